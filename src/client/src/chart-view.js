import ApexCharts from 'apexcharts';
import apexCss from 'apexcharts/dist/apexcharts.css';
import { legend } from './chart-keys.js';
import { paint } from './chart-marks.js';
import { toOptions } from './chart-options.js';
import { ChartTip } from './chart-tip.js';
import { make } from './page.js';

const patterns = { CN: 0, RU: 1, JP: 2, US: 3 };
const fallback = { CN: '#b2432f', RU: '#2f66b3', JP: '#8f6410', US: '#6a4c9c' };
const shades = ['#d3e6e8', '#a5cdd2', '#6dabb4', '#378491', '#0b5a68'];
const apexSheet = new CSSStyleSheet();
apexSheet.replaceSync(apexCss);

/** A drawn chart in a frame; made anew for each model, width and theme. */
export class ChartView {
  #chart; #list;
  /** What the colours stand for, for the picture that is saved. */
  keys = [];

  constructor(host, frame, plot) {
    this.host = host;
    this.frame = frame;
    this.plot = plot;
    const root = frame.getRootNode();
    if (!root.adoptedStyleSheets.includes(apexSheet)) root.adoptedStyleSheets = [apexSheet, ...root.adoptedStyleSheets];
    // Apex looks for its <style> by this id and would add one, which the content policy refuses; the sheet above is its css.
    if (!root.getElementById('apexcharts-css')) root.prepend(make('template', { id: 'apexcharts-css' }));
  }

  /** The drawing, once there is one. */
  get drawing() { return this.plot.querySelector('svg.apexcharts-svg'); }

  remove() {
    this.#list?.remove();
    this.#chart?.destroy();
    this.#chart = undefined;
    this.plot.replaceChildren();
  }

  async draw(model) {
    const theme = readTheme(this.host);
    const ink = (mark, i) => ({
      key: mark.actor ?? `s${i}`, colour: theme.colours[mark.actor] ?? theme.other[i % theme.other.length], pattern: patterns[mark.actor] ?? i });
    const made = toOptions(model, theme, { width: this.plot.clientWidth || 640 });
    const tip = new ChartTip(this.plot);
    const repaint = () => {
      const drawing = this.drawing;
      if (!drawing) return;
      drawing.setAttribute('aria-hidden', 'true');
      // Scales with paper, whose width no script hears of.
      drawing.setAttribute('viewBox', `0 0 ${drawing.clientWidth} ${drawing.clientHeight}`);
      for (const { path, mark } of paint(drawing, made, theme, ink)) tip.attach(path, mark);
    };
    made.options.chart.events = { mounted: repaint };
    this.plot.replaceChildren(make('div'), tip.node);
    ({ list: this.#list, keys: this.keys } = legend(model, theme, ink));
    this.plot.before(this.#list);
    this.#chart = withoutLegend(new ApexCharts(this.plot.firstChild, made.options));
    await this.#chart.render();
  }
}

/** Apex's legend writes names as HTML and adds a <style> even when it is off, which the content policy refuses: it is never begun. */
function withoutLegend(chart) {
  let legend;
  Object.defineProperty(chart, 'legend', { get: () => legend, set: value => { legend = value; if (legend) legend.init = () => {}; } });
  return chart;
}

/** The page's colours at this moment. Apex wants values, not custom properties. */
function readTheme(host) {
  const style = getComputedStyle(host), read = (name, other) => style.getPropertyValue(name).trim() || other;
  const ink = read('--ib-ink', '#1d2733'), surface = read('--ib-surface', '#ffffff');
  return {
    ink, surface, soft: read('--ib-ink-2', ink), line: read('--ib-line', '#dfe3e6'), font: style.fontFamily, language: document.documentElement.lang || 'en',
    colours: Object.fromEntries(Object.entries(fallback).map(([code, colour]) => [code, read(`--ib-${code.toLowerCase()}`, colour)])),
    other: [read('--ib-accent', '#0b5c78'), read('--ib-map-2', '#6ba3b3'), read('--ib-map-4', '#0d4f63'), ink],
    shades: shades.map((colour, i) => read(`--ib-map-${i}`, colour)), inks: shades.map((_, i) => read(`--ib-map-ink-${i}`, ink)),
  };
}
