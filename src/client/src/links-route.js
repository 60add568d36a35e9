// The arithmetic of the arrows of a chain: no DOM. Every card has a row of its own, so an arrow leaves the answer to the left, goes along a track in the gutter and turns in at the move: it never crosses a card.

const inset = 17, portGap = 11, trackGap = 7, edge = 5, radius = 6, clear = 5, head = 8;

/**
 * Lays the arrows out.
 * @param {Map<string, {left: number, top: number, height: number}>} cards by id, in pixels of the drawing
 * @param {{id: string, from: string, to: string, line: string}[]} links an arrow leads from the answer to the move
 * @returns {{id: string, from: string, to: string, line: string, path: string, heads: string[], sign: {x: number, y: number}}[]}
 */
export function route(cards, links) {
  const drawn = links.filter(link => cards.has(link.from) && cards.has(link.to));
  // Arrows of one kind to one card share a track and its end.
  const trunks = new Map();
  for (const link of drawn) trunks.set(trunkOf(link), [...trunks.get(trunkOf(link)) ?? [], link]);
  const ports = placePorts(cards, trunks);
  const spans = [...trunks].map(([key, members]) => {
    const ys = [ports.get(key), ...members.map(link => ports.get(link.id))];
    return { key, from: Math.min(...ys), to: Math.max(...ys) };
  });
  const tracks = placeTracks(spans);
  const right = Math.min(...[...cards.values()].map(card => card.left));
  const gap = Math.min(trackGap, (right - edge - head - 4) / Math.max(1, ...tracks.values()));
  return drawn.map(link => {
    const key = trunkOf(link);
    const x = right - head - 4 - tracks.get(key) * gap;
    const [y0, y1] = [ports.get(link.id), ports.get(key)];
    const [x0, x1] = [cards.get(link.from).left, cards.get(link.to).left];
    const way = Math.sign(y1 - y0), r = Math.min(radius, Math.abs(y1 - y0) / 2, x0 - x, x1 - x);
    const both = link.line.includes('both');
    return {
      ...link,
      path: `M${x0 - (both ? head - 1 : 0)} ${y0}H${x + r}Q${x} ${y0} ${x} ${y0 + way * r}V${y1 - way * r}Q${x} ${y1} ${x + r} ${y1}H${x1 - head + 1}`,
      heads: [arrowhead(x1, y1), ...(both ? [arrowhead(x0, y0)] : [])],
      sign: { x: (x0 + x) / 2, y: y0 },
    };
  });
}

const trunkOf = link => `${link.to}|${link.line}`;

const arrowhead = (x, y) => `M${x} ${y}l${-head} ${-head / 2}v${head}z`;

/** Where each arrow leaves its card and each trunk enters one: ends that lead up above those that lead down, in the order in which the tracks nest. */
function placePorts(cards, trunks) {
  const ends = new Map([...cards.keys()].map(id => [id, []]));
  const top = id => cards.get(id).top;
  for (const [key, members] of trunks) {
    const { to } = members[0];
    const far = members.map(link => top(link.from)).sort((a, b) => Math.abs(b - top(to)) - Math.abs(a - top(to)))[0];
    ends.get(to).push({ key, distance: far - top(to) });
    for (const link of members) ends.get(link.from).push({ key: link.id, distance: top(to) - top(link.from) });
  }
  const ports = new Map();
  for (const [id, list] of ends) {
    const card = cards.get(id);
    const up = list.filter(end => end.distance < 0).sort((a, b) => b.distance - a.distance);
    const down = list.filter(end => end.distance >= 0).sort((a, b) => b.distance - a.distance);
    const step = Math.min(portGap, (card.height - 2 * inset) / Math.max(1, list.length - 1));
    [...up, ...down].forEach((end, i) => ports.set(end.key, card.top + inset + i * step));
  }
  return ports;
}

/** The track of each span, 0 nearest to the cards: short ones inside, and none on top of another. */
export function placeTracks(spans) {
  const taken = [], tracks = new Map();
  for (const span of [...spans].sort((a, b) => (a.to - a.from) - (b.to - b.from))) {
    let track = 0;
    while (taken[track]?.some(other => other.from < span.to + clear && span.from < other.to + clear)) track++;
    (taken[track] ??= []).push(span);
    tracks.set(span.key, track);
  }
  return tracks;
}
