import { make, pause, readJson } from './page.js';

// Holds the map's place until its own style arrives with the drawing.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host { display: block; height: 28rem; color: var(--ib-ink, #1d2733); font: inherit; } :host([hidden]) { display: none; }
  .frame { height: 100%; } .frame:empty, .empty { border-radius: 8px; background: var(--ib-map-sea, #eaf0f4); }
  .empty { box-sizing: border-box; height: 100%; margin: 0; padding: 2rem; display: grid; place-items: center; }`);

/**
 * `<ib-map data-geo data-model data-label>`: a map of countries, actors and arcs. Draws into a shadow root, because enhanced navigation
 * removes what scripts put into the page itself; a changed model is drawn into the map that is already there.
 */
export class IbMap extends HTMLElement {
  static observedAttributes = ['data-model', 'data-geo', 'data-label'];
  #view; #frame; #run = 0;
  // What cannot be drawn, as in a saved copy, takes no place: what it shows stands in words beside it.
  #internals = this.attachInternals?.();
  /** Number of finished drawings, for tests to wait on. */
  ready = 0;

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(this.#frame = make('div', { class: 'frame' }));
    }
    this.#draw();
  }

  disconnectedCallback() {
    this.#run++;
    this.#view?.remove();
    this.#view = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (before !== null && before !== now && this.isConnected) this.#draw();
  }

  async #draw() {
    const run = ++this.#run;
    const model = readJson(this, 'model');
    if (!model) return;
    try {
      const [{ MapView }, shapes] = await Promise.all([import('./map-view.js'), loadShapes(this.dataset.geo)]);
      if (run !== this.#run || !this.isConnected) return;
      this.#view ??= new MapView(this.#frame, shapes);
      await pause();
      if (run !== this.#run) return;
      await this.#view.update(model, this.dataset.label ?? '');
      if (run !== this.#run) return;
      this.#internals?.states?.delete('failed');
    } catch (error) {
      if (run !== this.#run) return;
      console.warn('ib-map: not drawn', error);
      this.#internals?.states?.add('failed');
      this.#view?.remove();
      this.#view = undefined;
      this.#frame.replaceChildren(make('p', { class: 'empty' }, model.texts?.noData ?? ''));
    }
    this.ready++;
  }
}

const loaded = new Map();

function loadShapes(url) {
  if (!loaded.has(url)) loaded.set(url, fetchShapes(url).catch(error => { loaded.delete(url); throw error; }));
  return loaded.get(url);
}

async function fetchShapes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
