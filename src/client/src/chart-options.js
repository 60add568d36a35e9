// A series object (made by the server) to ApexCharts options. Pure: no DOM, no page. What Apex cannot draw is left as `marks`,
// one per datum, which chart-marks.js paints over the bars. Apex writes names as HTML in places, so it is given keys (s0, r0) for
// series and rows; the rows' names reach it only through a formatter whose result it draws as SVG text.
import { axis, day, figure, niceCount, niceMax, range } from './chart-scale.js';
import { heightOf, lanes } from './chart-size.js';

const millis = 24 * 3600 * 1000;


/**
 * @param {object} model the server's series object
 * @param {{ink: string, soft: string, line: string, surface: string, font: string, language: string, colours: Record<string, string>, other: string[]}} theme
 * @param {{width: number}} place
 * @returns {{options: object, marks: object[][]}} Apex options, and what each bar is: marks[series][datum]
 */
export function toOptions(model, theme, place) {
  return model.kind === 'timeline' ? timeline(model, theme, place)
    : model.kind === 'ladder' ? ladder(model, theme, place) : bars(model, theme, place);
}

function ladder(model, theme, place) {
  const rows = model.series.map(series => model.categories.map((_, j) => range(series.values[j], model.unit)));
  const scale = axis(rows.flat().filter(Boolean)), span = scale.max - scale.min;
  const nib = span * 0.006, reach = span * 0.14;
  const marks = rows.map((row, i) => row.map((value, j) => mark(model.series[i], value, model.categories[j], {
    type: !value ? 'none' : value.open ? 'open' : value.high > value.low ? 'range' : 'point' })));
  const series = rows.map((row, i) => ({ name: `s${i}`, data: row.map((value, j) => {
    if (!value) return { x: `r${j}`, y: [scale.min, scale.min] };
    const from = scale.to(value.low), to = scale.to(value.high);
    if (value.open) return { x: `r${j}`, y: [from, Math.max(to, from + reach)] };
    return { x: `r${j}`, y: to - from > nib * 2 ? [from, to] : [(from + to) / 2 - nib, (from + to) / 2 + nib] };
  }) }));
  const options = base(model, theme, place, marks, 'rangeBar', model.categories);
  options.series = series;
  options.xaxis = { ...options.xaxis, min: scale.min, max: scale.max, tickAmount: scale.ticks };
  // A narrow chart names every other power of ten.
  const sparse = scale.log && scale.ticks > 4 && place.width < 520;
  options.xaxis.labels.formatter = value => sparse && Math.round(value - scale.min) % 2 ? '' : figure(scale.from(Number(value)), model.unit);
  options.grid.yaxis = { lines: { show: true } };
  options.plotOptions.bar.barHeight = '72%';
  return { options, marks };
}

function bars(model, theme, place) {
  const stacked = model.kind === 'stacked';
  const rows = model.series.map(series => model.categories.map((_, j) => range(series.values[j], model.unit)));
  const tallest = Math.max(...model.categories.map((_, j) => stacked
    ? rows.reduce((sum, row) => sum + (row[j]?.low ?? 0), 0) : Math.max(...rows.map(row => row[j]?.low ?? 0))));
  const { max, ticks } = model.unit === 'USD' ? niceMax(tallest) : niceCount(tallest);
  const marks = rows.map((row, i) => row.map((value, j) => mark(model.series[i], value, model.categories[j], {
    type: !value?.low ? 'none' : stacked ? 'part' : 'bar' })));
  const options = base(model, theme, place, marks, 'bar', model.categories);
  options.chart.stacked = stacked;
  options.series = rows.map((row, i) => ({ name: `s${i}`, data: row.map((value, j) => ({ x: `r${j}`, y: value?.low ?? 0 })) }));
  options.xaxis = { ...options.xaxis, min: 0, max: max || 1, tickAmount: ticks || 1 };
  options.xaxis.labels.formatter = value => figure(Number(value), model.unit);
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

function mark(series, value, category, more) {
  return { actor: series.actor ?? null, name: series.name ?? '', category, text: value?.text ?? '', n: value?.n ?? null, ...more };
}

function base(model, theme, place, marks, type, rows) {
  const text = { colors: theme.ink, fontSize: '13px', fontFamily: theme.font };
  const widest = Math.max(0, ...marks.flat().filter(m => m.type !== 'part').map(m => widthOf(m.text)));
  const letters = place.width < 520 ? 14 : 28;
  const names = rows.map(row => wrap(row, letters)), room = 8 + Math.max(0, ...names.flat().map(widthOf));
  return {
    chart: {
      type, width: '100%', height: heightOf(model), background: 'transparent', fontFamily: theme.font, foreColor: theme.ink,
      toolbar: { show: false }, zoom: { enabled: false }, selection: { enabled: false }, animations: { enabled: false },
      redrawOnParentResize: false, redrawOnWindowResize: false, parentHeightOffset: 0,
      events: {},
    },
    colors: (model.series ?? [{}]).map((series, i) => theme.colours[series.actor] ?? theme.other[i % theme.other.length]),
    series: [],
    plotOptions: { bar: { horizontal: true, borderRadius: 0, distributed: false } },
    dataLabels: { enabled: false },
    legend: { show: false },
    stroke: { show: false, width: 0 },
    states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
    grid: { borderColor: theme.line, xaxis: { lines: { show: true } }, yaxis: { lines: { show: false } },
      padding: { left: 4, right: Math.min(Math.max(16, widest), place.width * 0.28), top: -16, bottom: 0 } },
    xaxis: { axisBorder: { show: false }, axisTicks: { show: false }, crosshairs: { show: false }, tooltip: { enabled: false },
      labels: { rotate: 0, style: { ...text, colors: theme.soft, fontSize: '12px' } } },
    yaxis: { labels: { minWidth: Math.ceil(room), maxWidth: Math.ceil(room) + 80, style: text, formatter: key => typeof key === 'string' ? names[Number(key.slice(1))] ?? '' : String(key) } },
    tooltip: { enabled: false },
    title: { text: undefined },
    noData: { text: undefined },
  };
}

/** About how wide a text is, in pixels, at 13 px: enough to keep room for it before anything is drawn. */
export function widthOf(text) {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0) > 0x2e7f ? 13.5 : 7.7;
  return width;
}

/** A name in at most two lines of so many letters; longer ones are cut, the table beside the chart has them whole. */
export function wrap(text, letters) {
  if (text.length <= letters) return text;
  const space = text.lastIndexOf(' ', letters);
  const first = space > 0 ? text.slice(0, space) : text.slice(0, letters);
  const rest = text.slice(first.length).trim();
  return [first, rest.length > letters ? `${rest.slice(0, letters - 1)}…` : rest];
}

/** Month names of the page's language, for Apex's date axis. */
export function locale(language) {
  const names = (options, count, date) => Array.from({ length: count }, (_, i) => new Intl.DateTimeFormat(language || 'en', { ...options, timeZone: 'UTC' }).format(date(i)));
  const month = i => Date.UTC(2024, i, 15), weekday = i => Date.UTC(2024, 0, 7 + i);
  return { name: 'page', options: {
    months: names({ month: 'long' }, 12, month), shortMonths: names({ month: 'short' }, 12, month),
    days: names({ weekday: 'long' }, 7, weekday), shortDays: names({ weekday: 'short' }, 7, weekday), toolbar: {} } };
}
