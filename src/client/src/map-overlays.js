import L from 'leaflet';
import { arc, arcWidth, clampToView, separate } from './geo.js';
import { MapLabels } from './map-labels.js';
import { make } from './page.js';
import { MapSpots } from './map-spots.js';
import { bends, dashes, shapeIcon } from './shapes.js';

const latLng = ([x, y]) => L.latLng(y, x);

/** What lies over the shapes: arcs, routes, actors, places and names. */
export class MapOverlays {
  #map; #stage; #card; #spots; #lines; #marks; #labels; #renderer; #arcs = []; #model = {}; #seats = new Map(); #pin = 17;

  constructor(map, stage, card) {
    this.#map = map;
    this.#stage = stage;
    this.#card = card;
    this.#spots = new MapSpots(card, position => this.point(position));
    const pane = map.createPane('arcs');
    pane.style.pointerEvents = 'none';
    pane.style.zIndex = 420;
    pane.setAttribute('aria-hidden', 'true');
    this.#renderer = L.svg({ pane: 'arcs', padding: 0.3 });
    this.#lines = L.layerGroup().addTo(map);
    this.#marks = L.layerGroup().addTo(map);
    this.#labels = new MapLabels(stage);
    map.on('zoomstart', () => this.#labels.hide(true));
    map.on('move', () => this.#placeLabels());
    map.on('moveend', () => { this.#labels.hide(false); this.#placeLabels(); });
  }

  /** Draws a model's overlays; actors outside the home view sit at its edge. */
  draw(model, home) {
    this.#model = model;
    this.#lines.clearLayers();
    this.#marks.clearLayers();
    this.#pin = this.#stage.clientWidth < 520 ? 14 : 17;
    this.#stage.style.setProperty('--pin', `${2 * this.#pin}px`);
    const { view, inset } = this.#edge(home);
    this.#seat(view, inset, home.zoom);
    const spots = this.#spots.use(model, view, inset, route => this.#route(route));
    this.#arcs = (model.arcs ?? []).map(line => ({ line, layer: this.#arc(line) }));
    for (const actor of model.actors ?? []) this.#mark(this.#seats.get(actor.code), this.#actorMark(actor));
    for (const { position, html } of spots) this.#mark(position, html);
    this.#labels.set(this.#labelItems());
    this.#placeLabels();
  }

  /** Brings out some arcs and dims the others; null ends it. */
  light(chosen) {
    this.#stage.classList.toggle('dimmed', Boolean(chosen && this.#arcs.some(({ line }) => chosen(line))));
    for (const { line, layer } of this.#arcs) layer.getElement()?.classList.toggle('lit', Boolean(chosen?.(line)));
  }

  point(position) { return this.#map.latLngToContainerPoint(latLng(position)); }

  /** The home view in degrees, and how far from its edge a mark stands. */
  #edge({ bounds }) {
    const view = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
    const size = this.#map.getSize(), margin = this.#pin + 7;
    return { view, inset: { x: (view.east - view.west) * margin / size.x, y: (view.north - view.south) * margin * 0.6 / size.y } };
  }

  #seat(view, inset, zoom) {
    this.#seats.clear();
    const actors = this.#model.actors ?? [], at = actors.map(actor => this.#map.project(latLng(clampToView(actor.position, view, inset)), zoom));
    separate(at, 2 * this.#pin + 2).forEach((point, i) => {
      const { lat, lng } = this.#map.unproject(L.point(point.x, point.y), zoom);
      this.#seats.set(actors[i].code, [lng, lat]);
    });
  }

  #line(path, className, weight, dashArray) {
    return L.polyline(path, { className, weight, dashArray, interactive: false, renderer: this.#renderer, pane: 'arcs', smoothFactor: 0 }).addTo(this.#lines);
  }

  #arc(line) {
    const path = arc(this.#seats.get(line.actor) ?? line.from, line.to, bends[line.actor]), weight = arcWidth(line.weight), dash = dashes[line.actor];
    this.#line(path, 'halo', weight + 2, dash);
    return this.#line(path, `arc actor-${line.actor.toLowerCase()}`, weight, dash);
  }

  #route(route) {
    const path = route.path.map(latLng);
    this.#line(path, 'halo', 5);
    return this.#line(path, 'route', 2);
  }

  #mark(position, html) {
    L.marker(latLng(position), { icon: L.divIcon({ className: 'pin', html, iconSize: null }), interactive: false, keyboard: false }).addTo(this.#marks);
  }

  #actorMark(actor) {
    const parts = [shapeIcon(actor.code, 34), make('b', { 'aria-hidden': 'true' }, actor.code)];
    if (!this.#model.interactive || !actor.href) return make('span', { class: 'mark' }, ...parts);
    const lines = this.#arcs.filter(({ line }) => line.actor === actor.code && line.label).map(({ line }) => line.label);
    const link = make('a', { class: 'mark', href: actor.href, 'aria-label': [`${actor.name}, ${actor.code}`, ...lines].join('. ') }, ...parts);
    const show = () => {
      this.#card.show(`actor-${actor.code}`, { name: actor.name, lines }, this.point(this.#seats.get(actor.code)));
      this.light(line => line.actor === actor.code);
    };
    const hide = () => { this.#card.hideSoon(); this.light(null); };
    for (const [event, act] of [['pointerenter', show], ['pointerleave', hide], ['focus', show], ['blur', hide]]) link.addEventListener(event, act);
    return link;
  }

  #labelItems() {
    const { countries = [], interactive } = this.#model, spots = this.#spots.labels();
    // Where the actor of the same name sits, its mark already says the code.
    const variants = country => [...(interactive && country.label ? [[country.name, country.label]] : []), [country.name], ...(this.#seats.has(country.code) ? [] : [[country.code]])];
    return [
      ...spots.points,
      ...countries.filter(country => country.position).map(country => ({
        position: country.position, kind: 'country-name', optional: this.#seats.has(country.code) || spots.isCrowded,
        gap: this.#seats.has(country.code) ? this.#pin + 4 : 4, variants: variants(country) })),
      ...spots.routes,
    ];
  }

  #placeLabels() {
    if (this.#map._animatingZoom) return;
    const around = (position, r) => { const { x, y } = this.point(position); return { x: x - r, y: y - r, width: 2 * r, height: 2 * r }; };
    const bar = this.#stage.querySelector('.bar');
    this.#labels.place(position => this.point(position), [
      ...(this.#model.actors ?? []).map(actor => around(this.#seats.get(actor.code), this.#pin)),
      ...this.#spots.taken(around),
      ...(bar ? [{ x: bar.offsetLeft, y: bar.offsetTop, width: bar.offsetWidth, height: bar.offsetHeight }] : []),
    ]);
  }
}
