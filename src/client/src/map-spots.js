import L from 'leaflet';
import { dotRadius, markAt } from './geo.js';
import { make } from './page.js';

// Smallest target in pixels, and the number of places whose names must all have room.
const smallest = 24, few = 6;

/** Places and routes on the map: dots by weight and marks on routes, links where the map is interactive, each with its card. */
export class MapSpots {
  #card; #point; #items = [];

  /** @param {object} card the map's card @param {(position: number[]) => {x: number, y: number}} point where a position is in the stage */
  constructor(card, point) {
    this.#card = card;
    this.#point = point;
  }

  /** Takes a model; `view` and `inset` are in degrees, `routeLine` draws a route and gives its layer. */
  use({ points = [], routes = [], interactive }, view, inset, routeLine) {
    this.#items = [
      ...routes.map(item => ({ item, isRoute: true, line: routeLine(item), radius: 5, position: middle(item.path), isBeyond: false })),
      ...points.map(item => ({ item, radius: dotRadius(item.weight), ...markAt(item.position, view, inset) })),
    ].map(spot => ({ ...spot, live: Boolean(interactive && spot.item.href) }));
    return this.#items.filter(spot => !spot.isRoute || spot.live).map(spot => ({ position: spot.position, html: this.#mark(spot) }));
  }

  #mark(spot) {
    const { item, isRoute, isBeyond, radius, live } = spot;
    const dot = make('span', { class: `place${isRoute ? ' way' : ''}${isBeyond ? ' beyond' : ''}`, style: `--r:${radius}px`, title: live ? null : item.note || null });
    if (!live) return dot;
    const size = Math.max(smallest, 2 * radius + 6);
    const link = make('a', { class: 'spot-link', href: item.href, lang: item.lang, style: `--size:${size}px`, 'aria-label': item.label ? `${item.name}: ${item.label}` : item.name }, dot);
    const show = () => {
      this.#card.show(item.href, { name: item.name, label: item.label, lines: item.note ? [item.note] : [] }, this.#point(spot.position));
      spot.line?.getElement()?.classList.add('lit');
    };
    const hide = () => { this.#card.hideSoon(); spot.line?.getElement()?.classList.remove('lit'); };
    for (const [event, act] of [['pointerenter', show], ['pointerleave', hide], ['focus', show], ['blur', hide]]) link.addEventListener(event, act);
    return link;
  }

  /** Names of points first, then of routes. Many names on one map may be left out where there is no room: the card says them. */
  labels() {
    const optional = this.#items.length > few, points = this.#items.filter(spot => !spot.isRoute), routes = this.#items.filter(spot => spot.isRoute);
    return {
      isCrowded: optional,
      points: points.map(({ item, position, radius, isBeyond }) => {
        const arrow = isBeyond ? ' \u2192' : '';
        return { position, kind: 'spot', gap: radius + 2, optional, variants: [...(item.short ? [[`${item.name} \u00b7 ${item.short}${arrow}`]] : []), [item.name + arrow]] };
      }),
      routes: routes.filter(({ item }) => item.name).map(({ item, position }) => ({ position, kind: 'way', gap: 5, optional: true, variants: [[item.name]] })),
    };
  }

  /** Boxes that names must leave free. */
  taken(around) { return this.#items.filter(spot => !spot.isRoute || spot.live).map(({ position, radius }) => around(position, radius)); }
}

const middle = path => path[Math.floor(path.length / 2)];
