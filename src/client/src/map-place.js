import L from 'leaflet';
import { prefersStill } from './page.js';

const region = [[4, 45], [57, 149]];
const key = 'ib-map:overview';

/** Where the map is and how it moves: its home view, keys, wheel and fingers, and the overview's place across pages. */
export class MapPlace {
  #map; #stage; #model = {}; #touched = false; #inside;
  home = null;

  /** @param {object} map Leaflet's map @param {HTMLElement} stage @param {() => boolean} inside whether the focus is within the map */
  constructor(map, stage, inside) {
    this.#map = map;
    this.#stage = stage;
    this.#inside = inside;
    map.on('zoomend', () => this.#free());
    map.on('moveend', () => this.#remember());
    map.on('dragstart', () => { this.#touched = true; });
    stage.addEventListener('touchmove', event => { if (event.touches.length > 1) this.#touched = true; }, { passive: true });
    // The wheel scrolls the page unless the reader says otherwise: with Ctrl, or by having entered the map.
    stage.addEventListener('wheel', event => {
      const wanted = this.#model.interactive && (event.ctrlKey || event.metaKey || this.#inside());
      map.scrollWheelZoom[wanted ? 'enable' : 'disable']();
      if (wanted) this.#touched = true;
    }, { capture: true, passive: true });
  }

  get #remembers() { return this.#model.interactive && !this.#model.focus && !this.#model.bounds; }

  /** Takes a model; goes home when it asks for another view. */
  use(model) {
    const before = this.#model;
    this.#model = model;
    this.#map.invalidateSize({ animate: false, pan: false });
    if (!this.home || String([before.focus, before.bounds]) !== String([model.focus, model.bounds])) this.#goHome(true);
    else this.#free();
  }

  resized() {
    this.#map.invalidateSize({ animate: false, pan: true });
    if (!this.#touched) this.#goHome(false);
  }

  act(act) {
    if (act === 'reset') {
      try { sessionStorage.removeItem(key); } catch { /* storage may be closed */ }
      this.#goHome(false);
      return;
    }
    this.#touched = true;
    this.#map[act === 'in' ? 'zoomIn' : 'zoomOut']();
  }

  /** Whether a key was the map's. */
  press(event) {
    if (!this.#model.interactive || event.ctrlKey || event.metaKey || event.altKey) return false;
    const act = { '+': 'in', '=': 'in', '-': 'out', 0: 'reset' }[event.key];
    const step = { ArrowUp: [0, -80], ArrowDown: [0, 80], ArrowLeft: [-80, 0], ArrowRight: [80, 0] }[event.key];
    if (act) this.act(act);
    // At the home view there is nothing to pan to: arrows go on scrolling the page.
    else if (step && this.#zoomedIn) { this.#touched = true; this.#map.panBy(step, { animate: !prefersStill() }); } else return false;
    return true;
  }

  get #zoomedIn() { return this.#map.getZoom() > this.home.zoom + 0.01; }

  /** Fits the model's bounds; on first sight of the overview, the place where this reader left it. */
  #goHome(restore) {
    const map = this.#map, bounds = L.latLngBounds(this.#model.bounds ?? region);
    map.setMinZoom(0).setMaxBounds(null);
    const zoom = map.getBoundsZoom(bounds);
    const centre = map.project(bounds.getNorthWest(), zoom).add(map.project(bounds.getSouthEast(), zoom)).divideBy(2);
    this.#touched = false;
    map.setView(map.unproject(centre, zoom), zoom, { animate: false });
    this.home = { zoom, bounds: map.getBounds() };
    map.setMinZoom(zoom).setMaxBounds(this.home.bounds.pad(0.02));
    const kept = restore && this.#remembers ? recall() : null;
    if (kept?.zoom > zoom) {
      this.#touched = true;
      map.setView(kept.centre, kept.zoom, { animate: false });
    }
    this.#free();
  }

  /** Dragging only when zoomed in: at the home view a finger on the map scrolls the page. */
  #free() {
    if (!this.home) return;
    const inside = Boolean(this.#model.interactive && this.#zoomedIn);
    this.#map.dragging[inside ? 'enable' : 'disable']();
    this.#map.touchZoom[this.#model.interactive ? 'enable' : 'disable']();
    this.#stage.querySelector('[data-act=out]')?.setAttribute('aria-disabled', String(!inside));
  }

  #remember() {
    if (!this.#touched || !this.#remembers) return;
    const { lat, lng } = this.#map.getCenter();
    try { sessionStorage.setItem(key, JSON.stringify({ centre: [+lat.toFixed(4), +lng.toFixed(4)], zoom: this.#map.getZoom() })); } catch { /* storage may be closed */ }
  }
}

function recall() {
  try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
}
