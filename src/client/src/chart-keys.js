import { defs } from './chart-marks.js';
import { range } from './chart-scale.js';
import { make } from './page.js';
import { svg } from './shapes.js';

/**
 * What colours stand for: a swatch for each series, or the shades of a heat chart between their least and their most; nothing where the chart names its own bars.
 * @returns {{list: HTMLElement, keys: {before: string, glyph: SVGSVGElement, name: string}[]}} the list of the page, and its parts for a saved picture
 */
export function legend(model, theme, ink) {
  const keys = model.kind === 'heat' ? ramp(model, theme) : namesItself(model) ? [] : model.series.map((entry, i) => {
    const fill = ink(entry, i);
    return { before: '', name: entry.name, glyph: glyph(18, defs(theme, [{ ...fill, key: `key-${fill.key}` }]), svg('rect', { width: 18, height: 12, y: 1, rx: 2, fill: `url(#fill-key-${fill.key})` })) };
  });
  const list = make('ul', { class: 'keys', 'aria-hidden': 'true' }, ...keys.map(key => make('li', {}, key.before, key.glyph, key.name)));
  list.hidden = !keys.length;
  return { list, keys };
}

/** One series needs no key; a ladder and a timeline write names beside their rows, and so do bars of which each has a series of its own. */
const namesItself = model => model.kind === 'timeline' || model.kind === 'ladder' || model.series.length < 2 || model.series.every(series => model.categories.includes(series.name));

function ramp(model, theme) {
  const values = model.series.flatMap(series => series.values.map(value => range(value, model.unit)).filter(Boolean)).toSorted((a, b) => a.low - b.low);
  if (values.length < 2 || values[0].low === values.at(-1).low) return [];
  return [{ before: values[0].text, name: values.at(-1).text, glyph: glyph(110, ...theme.shades.map((fill, i) => svg('rect', { x: i * 22, y: 1, width: 22, height: 12, fill }))) }];
}

const glyph = (width, ...parts) => svg('svg', { width, height: 14, viewBox: `0 0 ${width} 14`, 'aria-hidden': 'true' }, ...parts);
