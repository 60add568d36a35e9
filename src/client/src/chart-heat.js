// Options of a heat chart: a cell for each series and category, shaded by its value. Where the categories do not fit beside each other they become the rows.
import { base, mark } from './chart-base.js';
import { range } from './chart-scale.js';
import { heatPlan } from './chart-size.js';

/** Shades, from the least to the most. */
export const shades = 5;

export function heat(model, theme, place) {
  const plan = heatPlan(model, place.width);
  const values = model.series.map(series => model.categories.map((_, j) => range(series.values[j], model.unit)));
  const step = steps(values.flat().filter(Boolean).map(value => value.low), model.unit);
  const cell = (i, j) => mark(model.series[i], { ...values[i][j], href: model.series[i].values[j]?.href }, model.categories[j],
    values[i][j] ? { type: 'cell', step: step(values[i][j].low) } : { type: 'blank', text: '–' });
  const all = model.series.map((_, i) => model.categories.map((_, j) => cell(i, j)));
  const grid = plan.turned ? model.categories.map((_, j) => all.map(row => row[j])) : all;
  // Apex draws the last series at the top.
  const marks = grid.toReversed();
  const options = base(model, theme, place, [[]], 'heatmap', []);
  options.series = marks.map((row, i) => ({ name: `s${i}`, data: row.map((one, j) => ({ x: `r${j}`, y: one.step ?? 0 })) }));
  options.plotOptions = { heatmap: { radius: 0, enableShades: false, colorScale: { ranges: [] } } };
  options.colors = [theme.line];
  options.yaxis.labels = { show: false };
  options.xaxis.labels = { show: false };
  options.grid = { ...options.grid, show: false, padding: { left: plan.room - 11, right: 0, top: plan.head - 30, bottom: -14 } };
  return { options, marks, names: { rows: plan.rows, columns: plan.columns, size: plan.size } };
}

/**
 * The shade of a value, 0 to 4. Counts and amounts are measured from nought, or on a logarithmic scale when the most is over 50 times the least;
 * days, which have no nought, from the earliest to the latest.
 */
export function steps(values, unit) {
  const least = Math.min(...values), most = Math.max(...values);
  const log = unit !== 'day' && least > 0 && most / least > 50;
  const to = value => log ? Math.log(value / least) : unit === 'day' ? value - least : value;
  const span = to(most);
  return value => span > 0 ? Math.max(0, Math.min(shades - 1, Math.ceil(to(value) / span * shades) - 1)) : shades - 1;
}
