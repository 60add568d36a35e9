// A series object (made by the server) to ApexCharts options. Pure: no DOM, no page. What Apex cannot draw is left as `marks`,
// one per datum, which chart-marks.js paints over the bars.
import { base, mark, sparse } from './chart-base.js';
import { heat } from './chart-heat.js';
import { ladder } from './chart-ladder.js';
import { day, figure, niceCount, niceMax, range } from './chart-scale.js';
import { lanes } from './chart-size.js';

const millis = 24 * 3600 * 1000;

/**
 * @param {object} model the server's series object; docs/charts.md has the contract of each kind
 * @param {{ink: string, soft: string, line: string, surface: string, font: string, language: string, colours: Record<string, string>, other: string[]}} theme
 * @param {{width: number}} place
 * @returns {{options: object, marks: object[][]}} Apex options, and what each bar is: marks[series][datum]
 */
export function toOptions(model, theme, place) {
  const kinds = { timeline, ladder, heat };
  return (kinds[model.kind] ?? bars)(model, theme, place);
}

function bars(model, theme, place) {
  const stacked = model.kind === 'stacked';
  const rows = model.series.map(series => model.categories.map((_, j) => range(series.values[j], model.unit)));
  const tallest = Math.max(...model.categories.map((_, j) => stacked
    ? rows.reduce((sum, row) => sum + (row[j]?.low ?? 0), 0) : Math.max(...rows.map(row => row[j]?.low ?? 0))));
  const { max, ticks } = model.unit === 'USD' ? niceMax(tallest) : niceCount(tallest);
  // Where no bar has two parts, figures stand beside the bars.
  const parts = stacked && model.categories.some((_, j) => rows.filter(row => row[j]?.low).length > 1);
  const marks = rows.map((row, i) => row.map((value, j) => mark(model.series[i], value, model.categories[j], {
    type: !value?.low ? 'none' : parts ? 'part' : 'bar' })));
  const options = base(model, theme, place, marks, 'bar', model.categories);
  options.chart.stacked = stacked;
  options.series = rows.map((row, i) => ({ name: `s${i}`, data: row.map((value, j) => ({ x: `r${j}`, y: value?.low ?? 0 })) }));
  options.xaxis = { ...options.xaxis, min: 0, max: max || 1, tickAmount: ticks || 1 };
  options.xaxis.labels.formatter = sparse({ min: 0, max: max || 1, ticks: ticks || 1 }, place.width * 0.6, value => figure(value, model.unit));
  options.plotOptions.bar.barHeight = stacked ? '62%' : '76%';
  return { options, marks };
}

function timeline(model, theme, place) {
  const points = model.points.map(point => ({ ...point, from: day(point.x0), to: day(point.x1 ?? point.x0) + millis }))
    .filter(point => Number.isFinite(point.from) && Number.isFinite(point.to));
  const now = model.now ? day(model.now) : NaN;
  const ends = [...points.flatMap(point => [point.from, point.to]), ...(Number.isFinite(now) ? [now] : [])];
  const first = Math.min(...ends), last = Math.max(...ends), span = Math.max(last - first, 30 * millis);
  const min = first - span * 0.03, max = last + span * 0.03;
  // Up to ten days is a moment at most scales and gets the actor's shape; longer or uncertain times are bars.
  const least = span * Math.max(0.012, 14 / Math.max(200, place.width - 120));
  const rows = lanes(model);
  const marks = [points.map(point => ({ ...mark(point, { text: point.text }, point.lane, { type: point.to - point.from < least ? 'moment' : 'span' }),
    title: point.title, href: point.href, planned: Boolean(point.planned) }))];
  const options = base(model, theme, place, [[]], 'rangeBar', rows);
  options.series = [{ name: 's0', data: points.map(point => {
    const pad = Math.max(0, (least - (point.to - point.from)) / 2);
    return { x: `r${rows.indexOf(point.lane)}`, y: [point.from - pad, point.to + pad] };
  }) }];
  options.xaxis = { ...options.xaxis, type: 'datetime', min, max };
  options.xaxis.labels = { ...options.xaxis.labels, datetimeUTC: true, hideOverlappingLabels: true, showDuplicates: false };
  options.chart.locales = [locale(theme.language)];
  options.chart.defaultLocale = 'page';
  options.plotOptions.bar.barHeight = '46%';
  options.plotOptions.bar.rangeBarGroupRows = true;
  options.grid.yaxis = { lines: { show: true } };
  return { options, marks, now: Number.isFinite(now) ? { at: now, min, max } : null };
}

/** Month names of the page's language, for Apex's date axis. */
export function locale(language) {
  const names = (options, count, date) => Array.from({ length: count }, (_, i) => new Intl.DateTimeFormat(language || 'en', { ...options, timeZone: 'UTC' }).format(date(i)));
  const month = i => Date.UTC(2024, i, 15), weekday = i => Date.UTC(2024, 0, 7 + i);
  return { name: 'page', options: {
    months: names({ month: 'long' }, 12, month), shortMonths: names({ month: 'short' }, 12, month),
    days: names({ weekday: 'long' }, 7, weekday), shortDays: names({ weekday: 'short' }, 7, weekday), toolbar: {} } };
}
