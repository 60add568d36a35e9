// Names and figures that a chart paints itself: rows of a ladder, cells and heads of a heat chart. Everything is SVG text.
import { lines } from './chart-text.js';
import { shapePath, svg } from './shapes.js';

const size = 13;

/** A row of a ladder: the name of its rung, or the key and name of its series; in a narrow chart with the amount, over the mark. */
export function rowLabel(row, layer, theme, grid, count) {
  const { mark, box, fill } = row, left = -shift(layer), right = layer.ownerSVGElement.width.baseVal.value + left;
  const height = grid.height / count, top = grid.y + row.j * height, middle = top + height / 2;
  if (mark.ruled && row.j > 0) layer.append(svg('path', { d: `M${left} ${top}H${right}`, stroke: theme.line, 'stroke-width': 1 }));
  row.dy = (mark.narrow ? top + height - 11 : middle) - (box.y + box.height / 2);
  const head = mark.type === 'head', y = mark.narrow && !head ? top + 13 : mark.narrow ? top + height - 15 : middle;
  let x = left + 2;
  if (!mark.ruled) x += 4;
  if (!mark.ruled && mark.actor) {
    layer.append(svg('path', { d: shapePath(mark.actor, x + 7, y, 5.5), fill: fill.colour }));
    x += 19;
  }
  const label = write(layer, theme, { x, y, fill: theme.ink, 'font-weight': head || (mark.ruled && !mark.narrow) ? 650 : 400 }, mark.label);
  if (head || !mark.narrow) return cut(label, head ? right - x : grid.x - 6 - x);
  const text = write(layer, theme, { x, y, 'font-weight': 650 }, mark.text);
  cut(label, Math.max(70, right - x - 10 - text.getComputedTextLength()));
  text.setAttribute('x', x + label.getComputedTextLength() + 10);
  cut(text, right - x - label.getComputedTextLength() - 10);
}

/** A cell: its shade with its text where that fits, in up to three lines; a hatched one with a dash where there is nothing. */
export function paintCell({ mark, path, box }, layer, theme) {
  const blank = mark.type === 'blank';
  path.setAttribute('fill', blank ? `url(#${hatch(layer, theme)})` : theme.shades[mark.step]);
  path.setAttribute('stroke', theme.surface);
  path.setAttribute('stroke-width', 2);
  const fit = [13, 11].map(size => ({ size, broken: lines(mark.text, box.width - (size > 11 ? 8 : 4), size) }))
    .find(({ size, broken }) => broken.length * (size + 3) <= box.height - 8 && whole(mark.text, broken));
  if (!fit) return;
  const text = svg('text', { 'font-size': fit.size, 'font-family': theme.font, 'font-weight': blank ? 400 : 600, 'text-anchor': 'middle', fill: blank ? theme.soft : theme.inks[mark.step] });
  fit.broken.forEach((line, i) => text.append(svg('tspan', { x: box.x + box.width / 2, y: box.y + box.height / 2 + (i - (fit.broken.length - 1) / 2) * (fit.size + 3), 'dominant-baseline': 'central' }, line)));
  layer.append(text);
}

/** Names beside the rows and over the columns of a heat chart. */
export function headings(rows, names, count, layer, theme) {
  const left = -shift(layer);
  for (const { i, j, box } of rows) {
    if (j === 0) cut(write(layer, theme, { x: left + 2, y: box.y + box.height / 2, 'font-weight': 600, 'font-size': names.size }, names.rows[count - 1 - i]), box.x - left - 5);
    if (i !== count - 1) continue;
    names.columns[j].forEach((line, k, all) => {
      const text = write(layer, theme, { x: box.x + box.width / 2, y: box.y - 6 - 15 * (all.length - 1 - k) - 6, 'text-anchor': 'middle', 'font-size': names.size - 1, 'font-weight': 600 }, line.trim());
      cut(text, box.width - 2);
    });
  }
}

function write(layer, theme, attributes, text) {
  const node = svg('text', { 'font-size': size, 'font-family': theme.font, 'dominant-baseline': 'central', fill: theme.ink, stroke: theme.surface, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke', ...attributes }, text);
  layer.append(node);
  return node;
}

/** Shortens a text to a width; the table beside the chart has it whole. */
function cut(node, width) {
  const text = node.textContent;
  for (let letters = text.length - 1; letters > 0 && node.getComputedTextLength() > width; letters--) node.textContent = `${text.slice(0, letters).trimEnd()}…`;
}

// No word is broken in two: each line ends where the text has a space, a dash or a Chinese sign.
const whole = (text, broken) => broken.slice(0, -1).every(line => /[\s–\-/\u2e80-\uffef]$/u.test(line));

const shift = layer => layer.parentNode.getCTM().e;

function hatch(layer, theme) {
  const root = layer.ownerSVGElement;
  if (!root.querySelector('#fill-blank')) root.querySelector('.ib-defs').append(svg('pattern', { id: 'fill-blank', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    svg('rect', { width: 6, height: 6, fill: theme.surface }), svg('path', { d: 'M-1 1L1 -1M-1 7L7 -1M5 7L7 5', stroke: theme.line, 'stroke-width': 1 })));
  return 'fill-blank';
}
