import L from 'leaflet';
import leafletCss from 'leaflet/dist/leaflet.css';
import { arc, arcWidth, clampToView, levelClass, spoken } from './geo.js';
import { MapCard } from './map-card.js';
import { controls, foot } from './map-frame.js';
import { MapLabels } from './map-labels.js';
import { make, navigate, prefersStill } from './page.js';
import { bends, dashes, shapeIcon } from './shapes.js';

const region = [[3, 44], [57, 150]];
const place = 'ib-map:overview';
const latLng = ([x, y]) => L.latLng(y, x);
const leafletSheet = new CSSStyleSheet();
leafletSheet.replaceSync(leafletCss);

/** The drawn map in a frame. `update` may be called again with another model: shapes are restyled where they are. */
export class MapView {
  #model = {}; #byCode = new Map(); #shapes = new Map(); #arcs = []; #touched = false; #home; #ring; #pointer = 'mouse';

  constructor(frame, shapes) {
    this.geo = shapes;
    const root = frame.getRootNode();
    if (!root.adoptedStyleSheets.includes(leafletSheet)) root.adoptedStyleSheets = [leafletSheet, ...root.adoptedStyleSheets];
    this.box = make('div', { class: 'map' });
    this.stage = make('div', { class: 'stage' }, this.box);
    this.foot = make('div', { class: 'foot' });
    frame.replaceChildren(this.stage, this.foot);
    const moving = !prefersStill();
    this.map = L.map(this.box, { attributionControl: false, zoomControl: false, keyboard: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false,
      dragging: false, zoomSnap: 0.25, zoomDelta: 0.75, maxZoom: 7, zoomAnimation: moving, fadeAnimation: false, markerZoomAnimation: moving,
      inertia: moving, maxBoundsViscosity: 1, renderer: L.svg({ padding: 0.3 }) });
    this.map.setView([28, 97], 3);
    for (const pane of ['arcs', 'rings']) this.map.createPane(pane).style.pointerEvents = 'none';
    this.map.getPane('arcs').style.zIndex = 420;
    this.map.getPane('rings').style.zIndex = 430;
    for (const pane of ['arcs', 'rings']) this.map.getPane(pane).setAttribute('aria-hidden', 'true');
    this.arcRenderer = L.svg({ pane: 'arcs', padding: 0.3 });
    this.ringRenderer = L.svg({ pane: 'rings', padding: 0.3 });
    this.lines = L.layerGroup().addTo(this.map);
    this.marks = L.layerGroup().addTo(this.map);
    this.labels = new MapLabels(this.stage);
    this.card = new MapCard(this.stage);
    L.geoJSON({ type: 'FeatureCollection', features: shapes.features.filter(f => !f.properties.focus) }, { interactive: false, style: { className: 'land', fillOpacity: 1 } }).addTo(this.map);
    this.#listen();
  }

  remove() {
    this.resize.disconnect();
    this.map.remove();
  }

  update(model, label) {
    const before = this.#model;
    this.#model = model;
    this.#byCode = new Map((model.countries ?? []).map(country => [country.code, country]));
    this.card.hide();
    this.#mark(null);
    this.#describe(label);
    this.foot.replaceChildren(...foot(model, document.documentElement.lang));
    if (!this.#home || JSON.stringify([before.bounds, before.focus]) !== JSON.stringify([model.bounds, model.focus])) this.#goHome(true);
    this.#drawCountries();
    this.#drawOverlays();
  }

  get #remembers() { return this.#model.interactive && !this.#model.focus && !this.#model.bounds; }

  #describe(label) {
    const { interactive, texts = {} } = this.#model;
    const set = (name, value) => value === null ? this.box.removeAttribute(name) : this.box.setAttribute(name, value);
    set('role', interactive ? 'group' : 'img');
    set('aria-label', label);
    set('tabindex', interactive ? '0' : null);
    set('aria-keyshortcuts', interactive ? 'ArrowUp ArrowDown ArrowLeft ArrowRight + - 0' : null);
    this.frameClass('interactive', interactive);
    this.stage.querySelector('.bar')?.remove();
    if (interactive) this.stage.append(controls(texts, act => this.#act(act)));
  }

  frameClass(name, on) { this.stage.classList.toggle(name, Boolean(on)); }

  #listen() {
    this.resize = new ResizeObserver(() => {
      if (!this.stage.clientWidth || !this.#home) return;
      this.map.invalidateSize({ animate: false, pan: false });
      if (this.#touched) this.#drawOverlays(); else { this.#goHome(false); this.#drawOverlays(); }
    });
    this.resize.observe(this.stage);
    this.map.on('zoomstart', () => this.labels.hide(true));
    this.map.on('zoomend', () => this.#free());
    this.map.on('move', () => { if (!this.map._animatingZoom) this.#placeLabels(); });
    this.map.on('moveend', () => { this.labels.hide(false); this.#placeLabels(); this.#remember(); });
    this.stage.addEventListener('pointerdown', event => { this.#pointer = event.pointerType; }, true);
    // The wheel scrolls the page unless the reader says otherwise: with Ctrl, or by having entered the map.
    this.stage.addEventListener('wheel', event => {
      const wanted = this.#model.interactive && (event.ctrlKey || event.metaKey || this.stage.contains(this.box.getRootNode().activeElement));
      this.map.scrollWheelZoom[wanted ? 'enable' : 'disable']();
      if (wanted) this.#touched = true;
    }, { capture: true, passive: true });
    this.map.on('dragstart', () => { this.#touched = true; });
    this.box.addEventListener('touchmove', event => { if (event.touches.length > 1) this.#touched = true; }, { passive: true });
    this.box.addEventListener('mousedown', event => { if (this.#model.interactive && !event.target.closest?.('a')) this.box.focus({ preventScroll: true }); });
    this.stage.addEventListener('keydown', event => this.#key(event));
  }

  #key(event) {
    if (!this.#model.interactive || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowUp: [0, -80], ArrowDown: [0, 80], ArrowLeft: [-80, 0], ArrowRight: [80, 0] }[event.key];
    const act = { '+': 'in', '=': 'in', '-': 'out', 0: 'reset' }[event.key];
    if (event.key === 'Escape') { if (this.card.owner) event.stopPropagation(); this.card.hide(); return; }
    // At the home view there is nothing to pan to: arrows go on scrolling the page.
    if (step && this.map.getZoom() > this.#home.zoom) { this.#touched = true; this.map.panBy(step, { animate: !prefersStill() }); } else if (act) this.#act(act); else return;
    event.preventDefault();
  }

  #act(act) {
    this.card.hide();
    if (act === 'reset') { sessionStorage.removeItem(place); this.#goHome(false); return; }
    this.#touched = true;
    this.map[act === 'in' ? 'zoomIn' : 'zoomOut']();
  }

  /** Fits the model's bounds; on first sight of the overview, the place where this reader left it. */
  #goHome(restore) {
    const bounds = L.latLngBounds(this.#model.bounds ?? region);
    this.map.setMinZoom(0).setMaxBounds(null);
    const zoom = this.map.getBoundsZoom(bounds), centre = this.map.project(bounds.getNorthWest(), zoom).add(this.map.project(bounds.getSouthEast(), zoom)).divideBy(2);
    this.map.setView(this.map.unproject(centre, zoom), zoom, { animate: false });
    this.#home = { zoom, bounds: this.map.getBounds() };
    this.#touched = false;
    this.map.setMinZoom(zoom).setMaxBounds(this.#home.bounds.pad(0.02));
    const kept = restore && this.#remembers && recall();
    if (kept && kept.zoom > zoom) { this.map.setView(kept.centre, kept.zoom, { animate: false }); this.#touched = true; }
    this.#free();
  }

  /** Dragging only when zoomed in: at the home view a finger on the map scrolls the page. */
  #free() {
    if (!this.#home) return;
    const inside = this.#model.interactive && this.map.getZoom() > this.#home.zoom + 0.01;
    this.map.dragging[inside ? 'enable' : 'disable']();
    this.map.touchZoom[this.#model.interactive ? 'enable' : 'disable']();
    this.stage.querySelector('[data-act=out]')?.setAttribute('aria-disabled', String(!inside));
  }

  #remember() {
    if (!this.#touched || !this.#remembers) return;
    const { lat, lng } = this.map.getCenter();
    try { sessionStorage.setItem(place, JSON.stringify({ centre: [+lat.toFixed(4), +lng.toFixed(4)], zoom: this.map.getZoom() })); } catch { /* storage may be closed */ }
  }

  #drawCountries() {
    const { focus, interactive, texts = {} } = this.#model;
    const features = new Map(this.geo.features.filter(f => f.properties.focus).map(f => [f.properties.code, f]));
    // Model order is tab order, and paint order too: borders are shared, so nothing is hidden by it.
    const order = [...this.#byCode.keys(), ...[...features.keys()].filter(code => !this.#byCode.has(code))].filter(code => features.has(code));
    if (order.join() !== [...this.#shapes.keys()].join()) {
      for (const layer of this.#shapes.values()) layer.remove();
      this.#shapes = new Map(order.map(code => [code, this.#countryLayer(code, features.get(code))]));
    }
    for (const [code, layer] of this.#shapes) {
      const country = this.#byCode.get(code), node = layer.getElement();
      const live = Boolean(interactive && country?.href);
      node.setAttribute('class', `leaflet-interactive ${country ? `country ${levelClass(country.level)}` : 'land'}`);
      for (const [name, value] of Object.entries({ tabindex: '0', role: 'link', 'aria-label': country && spoken(country, texts.noData) }))
        if (live) node.setAttribute(name, value); else node.removeAttribute(name);
    }
    this.subject?.remove();
    this.subject = focus && features.has(focus) ? L.geoJSON(features.get(focus), { interactive: false, renderer: this.ringRenderer, pane: 'rings', style: { className: 'ring subject' } }).addTo(this.map) : null;
  }

  #countryLayer(code, feature) {
    const [layer] = L.geoJSON(feature, { style: { className: 'country', fillOpacity: 1 } }).getLayers();
    layer.addTo(this.map);
    const node = layer.getElement();
    const country = () => this.#model.interactive ? this.#byCode.get(code) : undefined;
    const show = (at, focused) => { if (country()) { this.#mark(feature, focused); this.#showCountry(country(), at); } };
    layer.on('mouseover', event => { if (this.#pointer !== 'touch') show(event.containerPoint, false); });
    layer.on('mouseout', () => { this.#mark(null); this.card.hideSoon(); });
    layer.on('click', event => {
      const target = country();
      if (!target) return;
      if (this.#pointer === 'touch' && this.card.owner !== code) show(event.containerPoint, false);
      else if (event.originalEvent.ctrlKey || event.originalEvent.metaKey) window.open(target.href, '_blank', 'noopener');
      else navigate(target.href);
    });
    node.addEventListener('focus', () => { if (node.matches(':focus-visible')) show(this.#point(country()?.position ?? [0, 0]), true); });
    node.addEventListener('blur', () => { this.#mark(null); this.card.hideSoon(); });
    node.addEventListener('keydown', event => { if (event.key === 'Enter') navigate(country()?.href); });
    return layer;
  }

  #showCountry(country, at) {
    const { texts = {} } = this.#model;
    this.card.show(country.code, { name: country.name, label: country.label || texts.noData, lines: country.lines, href: country.href, open: (texts.openCountry ?? '{0}').replace('{0}', () => country.name) }, at);
    this.#light(line => String(line.to) === String(country.position));
  }

  #mark(feature, focused) {
    this.#ring?.remove();
    this.#ring = feature ? L.geoJSON(feature, { interactive: false, renderer: this.ringRenderer, pane: 'rings', style: { className: focused ? 'ring focused' : 'ring' } }).addTo(this.map) : null;
    if (!feature) this.#light(null);
  }

  #light(chosen) {
    this.frameClass('dimmed', chosen && this.#arcs.some(({ line }) => chosen(line)));
    for (const { line, layer } of this.#arcs) layer.getElement()?.classList.toggle('lit', Boolean(chosen?.(line)));
  }

  #point(position) { return this.map.latLngToContainerPoint(latLng(position)); }

  #drawOverlays() {
    const { actors = [], arcs = [], points = [], routes = [] } = this.#model;
    this.lines.clearLayers();
    this.marks.clearLayers();
    const bounds = this.#home.bounds, size = this.map.getSize();
    const view = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
    const inset = { x: (view.east - view.west) * 24 / size.x, y: (view.north - view.south) * 16 / size.y };
    const seats = new Map(actors.map(actor => [actor.code, clampToView(actor.position, view, inset)]));
    for (const route of routes) L.polyline(route.path.map(latLng), { className: 'route', interactive: false, renderer: this.arcRenderer, pane: 'arcs', smoothFactor: 0 }).addTo(this.lines);
    this.#arcs = arcs.map(line => {
      const path = arc(seats.get(line.actor) ?? clampToView(line.from, view, inset), line.to, bends[line.actor]), weight = arcWidth(line.weight);
      const common = { interactive: false, renderer: this.arcRenderer, pane: 'arcs', smoothFactor: 0 };
      L.polyline(path, { ...common, className: 'halo', weight: weight + 2 }).addTo(this.lines);
      return { line, layer: L.polyline(path, { ...common, className: `arc actor-${line.actor.toLowerCase()}`, weight, dashArray: dashes[line.actor] }).addTo(this.lines) };
    });
    this.taken = actors.map(actor => seats.get(actor.code));
    for (const actor of actors) this.#pin(seats.get(actor.code), this.#actorMark(actor));
    for (const point of points) this.#pin(point.position, make('span', { class: 'place', title: point.note || null }));
    this.labels.set(this.#labelItems());
    this.#placeLabels();
  }

  #pin(position, html) { L.marker(latLng(position), { icon: L.divIcon({ className: 'pin', html, iconSize: null }), interactive: false, keyboard: false }).addTo(this.marks); }

  #actorMark(actor) {
    const parts = [shapeIcon(actor.code, 34), make('b', { 'aria-hidden': 'true' }, actor.code)];
    const label = this.#arcsOf(actor).length ? `${actor.name}: ${this.#arcsOf(actor).map(line => line.label).join('; ')}` : actor.name;
    if (!this.#model.interactive || !actor.href) return make('span', { class: 'mark' }, ...parts);
    const link = make('a', { href: actor.href, 'aria-label': label }, ...parts);
    const show = () => {
      const seat = this.taken[this.#model.actors.indexOf(actor)];
      this.card.show(`actor-${actor.code}`, { name: actor.name, lines: this.#arcsOf(actor).map(line => line.label) }, this.#point(seat));
      this.#light(line => line.actor === actor.code);
    };
    const hide = () => { this.card.hideSoon(); this.#light(null); };
    for (const [event, act] of [['pointerenter', show], ['pointerleave', hide], ['focus', show], ['blur', hide]]) link.addEventListener(event, act);
    return link;
  }

  #arcsOf(actor) { return (this.#model.arcs ?? []).filter(line => line.actor === actor.code && line.label); }

  #labelItems() {
    const { countries = [], points = [], interactive } = this.#model;
    return [
      ...points.map(point => ({ position: point.position, kind: 'spot', variants: [[point.name]] })),
      ...countries.filter(country => country.position).map(country => ({ position: country.position, kind: 'country-name', variants: interactive
        ? [[country.name, country.label], [country.name], [country.code]] : [[country.name], [country.code]] })),
    ];
  }

  #placeLabels() {
    if (!this.taken) return;
    const around = (position, r) => { const { x, y } = this.#point(position); return { x: x - r, y: y - r, width: 2 * r, height: 2 * r }; };
    this.labels.place(position => this.#point(position), [...this.taken.map(seat => around(seat, 17)), ...(this.#model.points ?? []).map(point => around(point.position, 4))]);
  }
}

function recall() {
  try { return JSON.parse(sessionStorage.getItem(place)); } catch { return null; }
}
