// What the options of every kind of chart share. Apex writes names as HTML in places, so it is given keys (s0, r0) for series and rows.
import { heightOf } from './chart-size.js';
import { widthOf, wrap } from './chart-text.js';

/** What a bar is: everything that chart-marks.js and the tip must know of it. */
export function mark(series, value, category, more) {
  return { actor: series.actor ?? null, name: series.name ?? '', category, text: value?.text ?? '', n: value?.n ?? null, href: value?.href ?? null, ...more };
}

/** Apex options without series; `rows` are names that reach it only through a formatter whose result it draws as SVG text. */
export function base(model, theme, place, marks, type, rows) {
  const text = { colors: theme.ink, fontSize: '13px', fontFamily: theme.font };
  const widest = Math.max(0, ...marks.flat().filter(m => m.type !== 'part').map(m => widthOf(m.text)));
  const letters = place.width < 520 ? 14 : 28;
  const names = rows.map(row => wrap(row, letters)), room = 8 + Math.max(0, ...names.flat().map(name => widthOf(name)));
  return {
    chart: {
      type, width: '100%', height: heightOf(model, place.width), background: 'transparent', fontFamily: theme.font, foreColor: theme.ink,
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

/** A formatter for axis figures that leaves out as many as would touch each other. `figures` is what the axis shows, `width` its length in pixels. */
export function sparse({ min, max, ticks }, width, format) {
  const step = (max - min) / ticks, figures = Array.from({ length: ticks + 1 }, (_, i) => format(min + i * step));
  const every = Math.max(1, Math.ceil((Math.max(...figures.map(text => widthOf(text, 12))) + 10) / (width / ticks)));
  return value => Math.round((value - min) / step) % every ? '' : format(Number(value));
}
