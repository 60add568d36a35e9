// A drawn chart as a picture that stands alone: title, filter, keys, drawing and source on one sheet. The first part is pure.
import { clean } from './chart-picture.js';
import { lines, widthOf } from './chart-text.js';
import { make } from './page.js';
import { svg } from './shapes.js';

const margin = 18, keySize = 13;
const sizes = { title: 19, filter: 13, source: 11 };

/** A file name: ASCII letters, digits and hyphens. */
export function fileName(stem, kind) {
  const name = String(stem ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
  return `${name || 'chart'}.${kind}`;
}

/**
 * Where everything stands on the sheet.
 * @param {{title, filter, source}} save words of the picture @param {{before, name, width}[]} keys @param {{width, height}} drawing
 * @returns {{width, height, texts: {kind, size, y, step, lines}[], keys: {x, y, before, name, glyph}[], drawing: {x, y}}}
 */
export function layout(save, keys, drawing) {
  const inner = Math.max(drawing.width, 240), texts = [];
  let y = margin;
  const add = kind => {
    const size = kind === 'title' && inner < 480 ? 16 : sizes[kind], step = Math.round(size * 1.4), broken = lines(save[kind] ?? '', inner, size);
    if (broken.length) texts.push({ kind, size, y: y + size, step, lines: broken });
    y += broken.length * step;
  };
  add('title');
  y += 2;
  add('filter');
  y += 10;
  const placed = [];
  let x = 0;
  for (const key of keys) {
    const before = key.before ? widthOf(key.before, keySize) + 6 : 0, width = before + key.width + 6 + widthOf(key.name, keySize);
    if (x > 0 && x + width > inner) { x = 0; y += 20; }
    placed.push({ x: margin + x, y, glyph: margin + x + before, name: margin + x + before + key.width + 6 });
    x += width + 16;
  }
  if (keys.length) y += 26;
  const at = { x: margin, y };
  y += drawing.height + 12;
  add('source');
  return { width: inner + 2 * margin, height: y + margin - 4, texts, keys: placed, drawing: at };
}

/** The sheet as an SVG element. @param {{drawing: SVGSVGElement, keys: object[], frame: Element}} view @param {{title, filter, source}} save */
export function compose(view, save) {
  const style = getComputedStyle(view.frame), box = view.drawing.viewBox.baseVal;
  const place = layout(save, view.keys.map(key => ({ ...key, width: key.glyph.width.baseVal.value })), box);
  const soft = getComputedStyle(view.frame.querySelector('.keys')).color, ink = { title: style.color, filter: style.color, source: soft };
  const sheet = svg('svg', { width: place.width, height: place.height, viewBox: `0 0 ${place.width} ${place.height}`, role: 'img', 'font-family': 'sans-serif' },
    svg('title', {}, save.title ?? ''), svg('desc', {}, [save.label, save.filter, save.source].filter(Boolean).join(' ')),
    svg('rect', { width: place.width, height: place.height, fill: style.backgroundColor }));
  for (const { kind, size, y, step, lines } of place.texts)
    sheet.append(svg('text', { 'font-size': size, fill: ink[kind], ...(kind === 'title' ? { 'font-weight': 600 } : {}) }, ...lines.map((line, i) => svg('tspan', { x: margin, y: y + i * step }, line))));
  view.keys.forEach(({ before, glyph, name }, i) => {
    const { x, y, glyph: at, name: end } = place.keys[i], words = { y: y + 12, 'font-size': keySize, fill: style.color };
    const picture = clean(glyph);
    for (const [key, value] of Object.entries({ x: at, y })) picture.setAttribute(key, value);
    sheet.append(...(before ? [svg('text', { x, ...words }, before)] : []), picture, svg('text', { x: end, ...words }, name));
  });
  const drawing = clean(view.drawing);
  for (const [key, value] of Object.entries({ ...place.drawing, width: box.width, height: box.height, overflow: 'visible' })) drawing.setAttribute(key, value);
  sheet.append(drawing);
  return sheet;
}

/** Saves a view as `svg` or `png`. */
export async function savePicture(view, save, kind) {
  const sheet = compose(view, save), text = new XMLSerializer().serializeToString(sheet);
  const blob = kind === 'png' ? await raster(text, sheet) : new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: 'image/svg+xml' });
  const address = URL.createObjectURL(blob);
  make('a', { href: address, download: fileName(save.name, kind) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function raster(text, sheet) {
  const image = new Image(), scale = 2;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = make('canvas', { width: Math.round(sheet.getAttribute('width') * scale), height: Math.round(sheet.getAttribute('height') * scale) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob(blob => blob ? done(blob) : fail(new Error('no picture')), 'image/png'));
}
