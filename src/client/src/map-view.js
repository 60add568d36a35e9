import L from 'leaflet';
import leafletCss from 'leaflet/dist/leaflet.css';
import { levelClass, spoken } from './geo.js';
import { MapCard } from './map-card.js';
import { controls, foot } from './map-frame.js';
import { MapOverlays } from './map-overlays.js';
import { MapPlace } from './map-place.js';
import { mapCss } from './map-style.js';
import { make, navigate, pause, prefersStill } from './page.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(leafletCss + mapCss);

/** The drawn map in a frame. `update` may be called again with another model: shapes are restyled where they are. */
export class MapView {
  #model = {}; #byCode = new Map(); #shapes = new Map(); #ring = []; #subject; #rings; #pointer = 'mouse'; #resize; #run = 0;

  constructor(frame, shapes) {
    const root = frame.getRootNode();
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.shapes = shapes.features;
    this.box = make('div', { class: 'map' });
    this.stage = make('div', { class: 'stage' }, this.box);
    this.foot = make('div', { class: 'foot' });
    frame.replaceChildren(this.stage, this.foot);
    const moving = !prefersStill();
    this.map = L.map(this.box, { attributionControl: false, zoomControl: false, keyboard: false, scrollWheelZoom: false, doubleClickZoom: false,
      boxZoom: false, dragging: false, zoomSnap: 0.25, zoomDelta: 0.75, maxZoom: 7, zoomAnimation: moving, fadeAnimation: false,
      markerZoomAnimation: moving, inertia: moving, maxBoundsViscosity: 1, renderer: L.svg({ padding: 0.3 }) }).setView([28, 97], 3);
    const pane = this.map.createPane('rings');
    Object.assign(pane.style, { pointerEvents: 'none', zIndex: 410 });
    pane.setAttribute('aria-hidden', 'true');
    this.#rings = L.svg({ pane: 'rings', padding: 0.3 });
    this.place = new MapPlace(this.map, this.stage, () => this.stage.contains(root.activeElement));
    this.card = new MapCard(this.stage);
    this.over = new MapOverlays(this.map, this.stage, this.card);
    const land = this.shapes.filter(shape => !shape.properties.focus);
    L.geoJSON(land, { interactive: false, style: { className: 'land', fillOpacity: 1 } }).addTo(this.map);
    this.#listen();
  }

  remove() {
    this.#run++;
    this.#resize.disconnect();
    this.map.remove();
  }

  async update(model, label) {
    const run = ++this.#run;
    this.#model = model;
    this.#byCode = new Map((model.countries ?? []).map(country => [country.code, country]));
    this.card.hide();
    this.#mark(null);
    this.#describe(label);
    this.foot.replaceChildren(...foot(model));
    this.place.use(model);
    this.#drawCountries();
    await pause();
    if (run === this.#run) this.over.draw(model, this.place.home);
  }

  #describe(label) {
    const { interactive, texts = {} } = this.#model;
    const attributes = { role: interactive ? 'group' : 'img', 'aria-label': label, tabindex: interactive ? '0' : null,
      'aria-keyshortcuts': interactive ? 'ArrowUp ArrowDown ArrowLeft ArrowRight + - 0' : null };
    for (const [name, value] of Object.entries(attributes)) if (value === null) this.box.removeAttribute(name); else this.box.setAttribute(name, value);
    this.stage.classList.toggle('interactive', Boolean(interactive));
    if (Boolean(interactive) === Boolean(this.stage.querySelector('.bar'))) return;
    if (interactive) this.stage.append(controls(texts, act => { this.card.hide(); this.place.act(act); }));
    else this.stage.querySelector('.bar').remove();
  }

  #listen() {
    this.#resize = new ResizeObserver(() => {
      const { x, y } = this.map.getSize(), { clientWidth, clientHeight } = this.stage;
      if (!clientWidth || !this.place.home || (x === clientWidth && y === clientHeight)) return;
      this.place.resized();
      this.over.draw(this.#model, this.place.home);
    });
    this.#resize.observe(this.stage);
    this.stage.addEventListener('pointerdown', event => { this.#pointer = event.pointerType; }, true);
    this.box.addEventListener('mousedown', event => { if (this.#model.interactive && !event.target.closest('a')) this.box.focus({ preventScroll: true }); });
    this.stage.addEventListener('keydown', event => {
      if (event.key === 'Escape') { if (this.card.owner) event.stopPropagation(); this.card.hide(); this.over.light(null); } else if (this.place.press(event)) {
        this.card.hide();
        event.preventDefault();
      }
    });
  }

  #drawCountries() {
    const { focus, interactive, texts = {} } = this.#model;
    const features = new Map(this.shapes.filter(shape => shape.properties.focus).map(shape => [shape.properties.code, shape]));
    // Model order is tab order, and paint order too: borders are shared, so nothing is hidden by it.
    const order = [...new Set([...this.#byCode.keys(), ...features.keys()])].filter(code => features.has(code));
    if (order.join() !== [...this.#shapes.keys()].join()) {
      for (const layer of this.#shapes.values()) layer.remove();
      this.#shapes = new Map(order.map(code => [code, this.#country(code, features.get(code))]));
    }
    for (const [code, layer] of this.#shapes) {
      const country = this.#byCode.get(code), node = layer.getElement(), live = interactive && country?.href;
      node.setAttribute('class', `leaflet-interactive ${country ? `country ${levelClass(country.level)}` : 'land'}`);
      for (const [name, value] of Object.entries({ tabindex: '0', role: 'link', 'aria-label': country && spoken(country, texts.noData) }))
        if (live) node.setAttribute(name, value); else node.removeAttribute(name);
    }
    this.#subject?.remove();
    this.#subject = features.has(focus) ? this.#outline(features.get(focus), 'ring subject') : null;
  }

  #country(code, feature) {
    const [layer] = L.geoJSON(feature, { style: { className: 'country', fillOpacity: 1 } }).getLayers();
    const node = layer.addTo(this.map).getElement();
    // A country that leads nowhere is ground for what lies on it.
    const country = () => this.#model.interactive && this.#byCode.get(code)?.href ? this.#byCode.get(code) : undefined;
    const show = (at, focused) => { if (country()) { this.#mark(feature, focused); this.#show(country(), at); } };
    const hide = () => { this.#mark(null); this.card.hideSoon(); };
    const beside = () => {
      const bounds = layer.getBounds(), start = this.map.latLngToContainerPoint(bounds.getNorthWest()), end = this.map.latLngToContainerPoint(bounds.getSouthEast());
      return { x: end.x, y: (start.y + end.y) / 2, left: start.x, top: start.y, bottom: end.y };
    };
    layer.on('mouseover', () => { if (this.#pointer !== 'touch') show(beside(), false); });
    layer.on('mouseout', hide);
    layer.on('click', ({ originalEvent }) => {
      const href = country()?.href;
      if (this.#pointer === 'touch' && this.card.owner !== code) show(beside(), false);
      else if (href && (originalEvent.ctrlKey || originalEvent.metaKey)) window.open(href, '_blank', 'noopener');
      else navigate(href);
    });
    node.addEventListener('focus', () => { if (node.matches(':focus-visible') && country()) show(beside(), true); });
    node.addEventListener('blur', hide);
    node.addEventListener('keydown', event => { if (event.key === 'Enter') navigate(country()?.href); });
    return layer;
  }

  #show(country, at) {
    const { texts = {} } = this.#model;
    this.card.show(country.code, { name: country.name, label: country.label || texts.noData, lines: country.lines, href: country.href,
      open: (texts.openCountry ?? '{0}').replace('{0}', () => country.name) }, at);
    this.over.light(line => String(line.to) === String(country.position));
  }

  #outline(feature, className) {
    return L.geoJSON(feature, { interactive: false, renderer: this.#rings, pane: 'rings', style: { className, fill: false } }).addTo(this.map);
  }

  #mark(feature, focused) {
    for (const line of this.#ring) line.remove();
    // The keyboard's ring has a casing: it must show on the darkest shade and on the lightest.
    this.#ring = feature ? (focused ? ['ring casing', 'ring focused'] : ['ring']).map(name => this.#outline(feature, name)) : [];
    if (!feature) this.over.light(null);
  }
}
