// What the page must know of a chart before its library is loaded: whether there is one, and how high.
import { range } from './chart-scale.js';
import { lines, widthOf } from './chart-text.js';

/** Whether there is nothing to draw. */
export function isEmpty(model) {
  return model.kind === 'timeline' ? !model.points?.length
    : !(model.series ?? []).some(series => series.values?.some(value => typeof (value?.low ?? value?.high ?? value) === 'number'));
}

/** Whether a plot is too narrow for names beside its bars. */
export const isNarrow = width => width > 0 && width < 520;

/** Height in pixels that a model needs in a width: known before the library is loaded, so that the page does not jump. */
export function heightOf(model, width) {
  if (isEmpty(model)) return 96;
  if (model.kind === 'ladder') return rungRows(model).length * (isNarrow(width) ? 46 : 32) + 46;
  if (model.kind === 'heat') { const plan = heatPlan(model, width); return plan.head + plan.rows.length * plan.row + 18; }
  const rows = model.kind === 'timeline' ? lanes(model).length : model.categories.length;
  const row = model.kind === 'timeline' ? 56 : model.kind === 'bars' ? Math.max(34, 19 * model.series.length + 12) : 40;
  return rows * row + 46;
}

/** Rows of a timeline, in order of appearance. */
export const lanes = model => [...new Set((model.points ?? []).map(point => point.lane))];

/** Rows of a ladder: rungs without an amount have none. With several series each rung is a heading with a row for each series that has an amount on it. */
export function rungRows(model) {
  const has = (series, j) => range(series.values[j]) !== null;
  const series = model.series.filter(one => model.categories.some((_, j) => has(one, j)));
  return model.categories.flatMap((category, j) => {
    const own = series.filter(one => has(one, j));
    if (!own.length) return [];
    return series.length < 2 ? [{ j, series: own[0], label: category, ruled: true }]
      : [{ j, series: null, label: category, ruled: true }, ...own.map(one => ({ j, series: one, label: one.name, ruled: false }))];
  });
}

/** How a heat chart lies in a width: names of rows and of columns (in lines), room for each, size of their letters, height of a row. */
export function heatPlan(model, width) {
  const place = width > 0 ? width : 640, size = isNarrow(place) ? 12 : 13, series = model.series.map(one => one.name), categories = model.categories;
  const widest = (names, letters = size) => Math.max(...names.map(name => widthOf(name, letters)));
  const room = names => Math.min(place * 0.4, 8 + widest(names) + (isNarrow(place) ? 0 : 26));
  const turned = categories.length > series.length && (place - room(series)) / categories.length < Math.min(88, widest(categories)) + 10;
  const [rows, columns] = turned ? [categories, series] : [series, categories];
  const column = (place - room(rows)) / columns.length;
  // A word is never broken: the painter cuts one that is too long.
  const heads = columns.map(name => lines(name, Math.max(column - 2, widest(name.split(' '), size - 1)), size - 1));
  return { turned, rows, columns: heads, room: room(rows), size, head: 12 + 15 * Math.max(...heads.map(head => head.length)), row: 47 };
}
