// Options of a ladder: one row for each rung and series that has an amount, under the name of its rung. A narrow ladder writes name and amount over the mark.
import { base, mark, sparse } from './chart-base.js';
import { axis, figure, range } from './chart-scale.js';
import { isNarrow, rungRows } from './chart-size.js';
import { widthOf } from './chart-text.js';

export function ladder(model, theme, place) {
  const rows = rungRows(model), narrow = isNarrow(place.width);
  const values = rows.map(row => row.series ? range(row.series.values[row.j], model.unit) : null);
  const scale = axis(values.filter(Boolean)), span = scale.max - scale.min;
  const nib = span * 0.006, reach = span * 0.14;
  const marks = [rows.map((row, k) => ({ ...mark(row.series ?? {}, values[k], model.categories[row.j], { type: typeOf(values[k]), label: row.label }), narrow, ruled: row.ruled }))];
  const options = base(model, theme, place, marks, 'rangeBar', []);
  options.series = [{ name: 's0', data: values.map((value, k) => ({ x: `r${k}`, y: ends(value) })) }];
  options.xaxis = { ...options.xaxis, min: scale.min, max: scale.max, tickAmount: scale.ticks };
  // Names are painted beside the bars, left-aligned under their rung: Apex only keeps the room.
  const room = narrow ? 14 : 22 + Math.max(...rows.filter(row => row.series).map(row => 16 + widthOf(row.label)));
  const right = narrow ? 22 : options.grid.padding.right + 14;
  options.yaxis.labels = { show: false };
  options.grid.padding = { ...options.grid.padding, left: room, right };
  options.xaxis.labels.formatter = sparse(scale, place.width - room - right, value => figure(scale.from(value), model.unit));
  options.plotOptions.bar.barHeight = '60%';
  return { options, marks };

  function ends(value) {
    if (!value) return [scale.min, scale.min];
    const from = scale.to(value.low), to = scale.to(value.high);
    if (value.open) return [from, Math.max(to, from + reach)];
    return to - from > nib * 2 ? [from, to] : [(from + to) / 2 - nib, (from + to) / 2 + nib];
  }
}

const typeOf = value => !value ? 'head' : value.open ? 'open' : value.high > value.low ? 'range' : 'point';
