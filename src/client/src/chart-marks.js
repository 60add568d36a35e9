// Paints over Apex's bars what it cannot draw: patterns, shapes, open ends, texts.
import { headings, paintCell, rowLabel } from './chart-labels.js';
import { shapePath, svg } from './shapes.js';

/** Fills of one chart: per actor a solid colour with a pattern of its own, and a fading version for open ends. */
export function defs(theme, keys) {
  return svg('defs', { class: 'ib-defs' }, ...keys.flatMap(({ key, colour, pattern }) => {
    const line = { stroke: theme.surface, 'stroke-width': 1.5, 'stroke-opacity': 0.5 };
    const ground = svg('rect', { width: 8, height: 8, fill: colour });
    const over = [
      [],
      [svg('path', { d: 'M-2 6L6 -2M2 10L10 2', ...line })],
      [...[2, 6].map(at => svg('circle', { cx: at, cy: at, r: 1.1, fill: theme.surface, 'fill-opacity': 0.7 }))],
      [svg('path', { d: 'M4 0V8', ...line })],
    ][pattern % 4];
    return [
      svg('pattern', { id: `fill-${key}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, ground, ...over),
      svg('linearGradient', { id: `fade-${key}` }, svg('stop', { offset: 0, 'stop-color': '#fff' }), svg('stop', { offset: 0.35, 'stop-color': '#fff' }), svg('stop', { offset: 1, 'stop-color': '#fff', 'stop-opacity': 0.12 })),
      svg('mask', { id: `open-${key}`, maskContentUnits: 'objectBoundingBox' }, svg('rect', { width: 1, height: 1, fill: `url(#fade-${key})` })),
    ];
  }));
}

/**
 * @param {SVGSVGElement} root Apex's drawing @param {{marks: object[][], now, names}} made what toOptions made @param {(mark, i) => {key, colour}} ink
 * @returns {{path: SVGGraphicsElement, mark: object}[]} the bars and cells that are shown
 */
export function paint(root, { marks, now, names }, theme, ink) {
  root.querySelectorAll('.ib-marks, .ib-defs').forEach(node => node.remove());
  const inner = root.querySelector('.apexcharts-inner'), grid = root.querySelector('.apexcharts-grid')?.getBBox();
  if (!inner || !grid) return [];
  const layer = svg('g', { class: 'ib-marks', 'pointer-events': 'none' });
  const used = new Map(), rows = [];
  if (now) layer.append(nowLine(now, grid, theme));
  root.querySelectorAll('.apexcharts-series').forEach(group => {
    const i = Number(group.getAttribute('data:realIndex'));
    group.querySelectorAll('path[j], rect[j]').forEach(path => {
      const j = Number(path.getAttribute('j')), mark = marks[i]?.[j];
      if (!mark) return;
      if (mark.type === 'none' || mark.type === 'head') path.setAttribute('visibility', 'hidden');
      if (mark.type === 'none') return;
      const fill = ink(mark, i);
      used.set(fill.key, fill);
      if (mark.href) path.setAttribute('cursor', 'pointer');
      rows.push({ mark, path, fill, i, j, box: path.getBBox() });
    });
  });
  inner.append(layer);
  root.prepend(defs(theme, [...used.values()]));
  spread(rows);
  for (const row of rows) {
    if (row.mark.label !== undefined) rowLabel(row, layer, theme, grid, marks[row.i].length);
    if (row.mark.step !== undefined || row.mark.type === 'blank') paintCell(row, layer, theme);
    else if (row.mark.type !== 'head') drawMark(row, layer, theme, grid);
  }
  if (names) headings(rows, names, marks.length, layer, theme);
  return rows.filter(row => row.mark.type !== 'head');
}

function drawMark({ mark, path, fill, box, dy = 0 }, layer, theme, grid) {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + dy };
  if (mark.type === 'point' || mark.type === 'moment') {
    path.setAttribute('d', shapePath(mark.actor, middle.x, middle.y, mark.type === 'point' ? 6.5 : 7));
    outline(path, mark, fill, theme);
  } else if (mark.type === 'span') {
    path.setAttribute('d', pill(box.x, middle.y - 6, box.width, 12, 4));
    outline(path, mark, fill, theme, `url(#fill-${fill.key})`);
  } else if (mark.type === 'open') {
    const h = Math.min(14, box.height), y = middle.y - h / 2, tip = 7, end = box.x + box.width;
    path.setAttribute('d', `M${box.x} ${y}H${end - tip}L${end} ${middle.y}L${end - tip} ${y + h}H${box.x}z`);
    path.setAttribute('fill', fill.colour);
    path.setAttribute('mask', `url(#open-${fill.key})`);
    layer.append(svg('path', { d: `M${box.x} ${y}v${h}`, stroke: fill.colour, 'stroke-width': 3 }),
      svg('path', { d: `M${end - tip} ${y}L${end} ${middle.y}L${end - tip} ${y + h}`, fill: 'none', stroke: fill.colour, 'stroke-width': 1.75 }));
  } else {
    if (mark.type === 'range') path.setAttribute('d', pill(box.x, middle.y - Math.min(14, box.height) / 2, box.width, Math.min(14, box.height), 2));
    path.setAttribute('fill', mark.type === 'range' ? fill.colour : `url(#fill-${fill.key})`);
    if (mark.type !== 'range') { path.setAttribute('stroke', theme.surface); path.setAttribute('stroke-width', 1.5); }
  }
  if (mark.text && !mark.narrow && mark.type !== 'moment' && mark.type !== 'span') write(mark, { x: box.x, width: box.width, y: middle.y }, layer, theme, grid);
}

function outline(path, mark, fill, theme, full = fill.colour) {
  path.setAttribute('fill', mark.planned ? theme.surface : full);
  path.setAttribute('stroke', mark.planned ? fill.colour : theme.surface);
  path.setAttribute('stroke-width', mark.planned ? 2 : 1.25);
  if (mark.planned) path.setAttribute('stroke-dasharray', '3 2');
}

/** The datum's own text beside its bar; inside a stacked part, and only where it fits. */
function write(mark, box, layer, theme, grid) {
  const text = svg('text', { 'font-size': 12, 'font-family': theme.font, 'font-weight': 600, 'dominant-baseline': 'central', y: box.y, fill: theme.ink,
    stroke: theme.surface, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, mark.text);
  layer.append(text);
  const width = text.getComputedTextLength(), end = box.x + box.width;
  if (mark.type === 'part') {
    if (width + 8 > box.width) { text.remove(); return; }
    text.setAttribute('x', box.x + box.width / 2);
    text.setAttribute('text-anchor', 'middle');
    return;
  }
  const svgRight = layer.ownerSVGElement.width.baseVal.value - layer.parentNode.getCTM().e;
  const gap = mark.type === 'point' ? 9 : 7;
  if (end + gap + width <= svgRight) { text.setAttribute('x', end + gap); return; }
  text.setAttribute('text-anchor', 'end');
  text.setAttribute('x', box.x - gap - width > grid.x ? box.x - gap : end - 6);
}

/** Moments of one lane that would cover each other step up or down. */
function spread(rows) {
  const lanes = Map.groupBy ? Map.groupBy(rows.filter(r => r.mark.type === 'moment' || r.mark.type === 'span'), r => r.mark.category) : new Map();
  for (const lane of lanes.values()) {
    const ends = [-Infinity, -Infinity, -Infinity];
    for (const row of lane.toSorted((a, b) => a.box.x - b.box.x)) {
      const free = ends.findIndex(end => row.box.x > end);
      const track = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
      ends[track] = row.box.x + row.box.width + 1;
      row.dy = [0, -15, 15][track];
    }
  }
}

function nowLine({ at, min, max }, grid, theme) {
  const x = grid.x + grid.width * (at - min) / (max - min);
  return svg('path', { d: `M${x} ${grid.y}V${grid.y + grid.height}`, stroke: theme.ink, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' });
}

const pill = (x, y, w, h, r) => { const k = Math.min(r, w / 2); return `M${x + k} ${y}h${w - 2 * k}a${k} ${k} 0 0 1 ${k} ${k}v${h - 2 * k}a${k} ${k} 0 0 1 ${-k} ${k}h${-(w - 2 * k)}a${k} ${k} 0 0 1 ${-k} ${-k}v${-(h - 2 * k)}a${k} ${k} 0 0 1 ${k} ${-k}z`; };
