// Texts of charts before anything is drawn: about how wide, and where they break. Pure functions.

/** About how wide a text is, in pixels: enough to keep room for it. */
export function widthOf(text, size = 13) {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0) > 0x2e7f ? 13.5 : 7.7;
  return width * size / 13;
}

/** A name in at most two lines of so many letters; longer ones are cut, the table beside the chart has them whole. */
export function wrap(text, letters) {
  if (text.length <= letters) return text;
  const space = text.lastIndexOf(' ', letters);
  const first = space > 0 ? text.slice(0, space) : text.slice(0, letters);
  const rest = text.slice(first.length).trim();
  return [first, rest.length > letters ? `${rest.slice(0, letters - 1)}…` : rest];
}

/** A text in lines no wider than `width`: broken at spaces, after dashes and in addresses, between Chinese signs, and within a word only where it alone is too wide. Joined, the lines are the text. */
export function lines(text, width, size) {
  const made = [];
  let line = '';
  for (const piece of pieces(String(text ?? '').replace(/[\u0000-\u0020\u007f]+/g, ' ').trim())) {
    if (widthOf((line + piece).trimEnd(), size) <= width) { line += piece; continue; }
    if (line) made.push(line);
    line = '';
    for (const letter of piece) {
      if (line && widthOf((line + letter).trimEnd(), size) > width) { made.push(line); line = ''; }
      line += letter;
    }
  }
  return line ? [...made, line] : made;
}

const pieces = text => text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][，。；：、！？）》”]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef/?&–-]*[/?&–-]+ ?|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef/?&–-]+ ?| /gu) ?? [];
