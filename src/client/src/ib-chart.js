import { ChartMenu } from './chart-menu.js';
import { chartSheet } from './chart-style.js';
import { heightOf, isEmpty } from './chart-size.js';
import { make, onThemeChange, readJson } from './page.js';

/**
 * `<ib-chart data-series data-label data-save>`: a chart of the kind `bars`, `stacked`, `ladder`, `timeline` or `heat`; docs/charts.md has the contract of each.
 * - `data-series`: the series object, JSON. - `data-label`: what the drawing says, in words. - `data-save`: {title, filter, source, name, texts: {save, svg, png}}; without it the chart cannot be saved.
 * The library is loaded when the chart comes near the screen; until then its place is kept at its final height. What is drawn stands as a table beside it.
 */
export class IbChart extends HTMLElement {
  static observedAttributes = ['data-series', 'data-label', 'data-save'];
  #view; #menu; #frame; #plot; #foot; #near = false; #seen; #unwatch; #resize; #width = 0; #run = 0;
  // What is not drawn has no place on paper; what cannot be drawn, as in a saved copy, has none anywhere.
  #internals = this.attachInternals?.();
  /** Number of finished drawings, for tests to wait on. */
  ready = 0;

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [chartSheet()];
      root.append(this.#frame = make('figure', {}));
    }
    this.#unwatch = onThemeChange(() => this.#draw());
    this.#seen = new IntersectionObserver(entries => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      this.#approach();
    }, { rootMargin: '400px' });
    this.#seen.observe(this);
    this.#resize = new ResizeObserver(() => { if (this.#view && this.#width !== this.clientWidth) this.#draw(); });
    this.#resize.observe(this);
    window.addEventListener('beforeprint', this.#approach);
    this.#reserve();
  }

  disconnectedCallback() {
    this.#run++;
    this.#near = false;
    this.#seen?.disconnect();
    this.#resize?.disconnect();
    this.#unwatch?.();
    window.removeEventListener('beforeprint', this.#approach);
    this.#menu?.remove();
    this.#menu = undefined;
    this.#view?.remove();
    this.#view = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (before === null || before === now || !this.isConnected) return;
    this.#reserve();
    this.#draw();
  }

  #approach = () => {
    if (this.#near) return;
    this.#near = true;
    this.#seen.disconnect();
    this.#draw();
  };

  /** The frame without the drawing: the right height, or the sentence that there is nothing to draw. */
  #reserve() {
    const model = readJson(this, 'series');
    this.#menu?.remove();
    this.#menu = undefined;
    this.#view?.remove();
    this.#view = undefined;
    this.#plot = undefined;
    this.#internals?.states?.delete('drawn');
    if (!model) { this.#frame.replaceChildren(); return; }
    const label = { role: 'img', 'aria-label': this.dataset.label || model.title || '' };
    this.#plot = make('div', isEmpty(model) ? { class: 'plot' } : { class: 'plot', ...label });
    if (isEmpty(model)) this.#plot.append(make('p', { class: 'empty' }, model.empty ?? ''));
    this.#foot = this.dataset.save && !isEmpty(model) ? make('div', { class: 'foot' }) : null;
    this.#frame.replaceChildren(...[model.title ? make('p', { class: 'title' }, model.title) : null, this.#plot, this.#foot].filter(Boolean));
    settle(this.#plot, width => heightOf(model, width));
  }

  async #draw() {
    const run = ++this.#run;
    const model = readJson(this, 'series');
    if (!this.#near || !model || isEmpty(model)) { if (model && isEmpty(model)) this.ready++; return; }
    try {
      const { ChartView } = await import('./chart-view.js');
      if (run !== this.#run || !this.isConnected) return;
      this.#view?.remove();
      this.#width = this.clientWidth;
      this.#plot.style.minHeight = `${heightOf(model, this.#plot.clientWidth)}px`;
      this.#view = new ChartView(this, this.#frame, this.#plot);
      await this.#view.draw(model);
      this.#internals?.states?.add('drawn');
      this.#internals?.states?.delete('failed');
      this.#offer();
    } catch (error) {
      console.warn('ib-chart: not drawn', error);
      this.#internals?.states?.add('failed');
    }
    this.ready++;
  }

  /** Once there is a drawing, it can be saved. */
  #offer() {
    const save = readJson(this, 'save');
    if (!save || !this.#foot || this.#menu) return;
    this.#menu = new ChartMenu(save.texts, async kind => {
      try {
        const { savePicture } = await import('./chart-save.js');
        await savePicture(this.#view, { ...save, label: this.dataset.label }, kind);
      } catch (error) {
        console.warn('ib-chart: not saved', error);
      }
    });
    this.#foot.append(this.#menu.node);
  }
}

const unsettled = new Map();

/** Gives a plot its height before the next picture of the page. To read a width is to lay out the whole page: that is done once for all charts, before any height changes it. */
function settle(plot, height) {
  if (!unsettled.size)
    requestAnimationFrame(() => {
      const heights = [...unsettled].map(([one, heightIn]) => [one, heightIn(one.clientWidth)]);
      unsettled.clear();
      for (const [one, pixels] of heights) one.style.minHeight = `${pixels}px`;
    });
  unsettled.set(plot, height);
}
