import { make } from './page.js';

const patience = 220;

/** The card that names what the pointer or the keyboard is on. It stays while the pointer is on it and leaves on Escape. */
export class MapCard {
  #node; #timer; #owner = null;

  constructor(stage) {
    this.#node = make('div', { class: 'card', hidden: '' });
    this.#node.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.#node.addEventListener('pointerleave', () => this.hideSoon());
    stage.append(this.#node);
  }

  get owner() { return this.#owner; }

  /** @param {object} content {name, label, lines, href, open} @param {{x: number, y: number, left?: number, top?: number, bottom?: number}} at pixels in the stage; a shape's right edge and middle with its other edges, or a point */
  show(owner, { name, label, lines, href, open }, at) {
    clearTimeout(this.#timer);
    if (this.#owner === owner && !this.#node.hidden) return;
    this.#owner = owner;
    this.#node.replaceChildren(make('strong', {}, name));
    if (label) this.#node.append(make('p', {}, label));
    if (lines?.length) this.#node.append(make('ul', {}, ...lines.map(line => make('li', {}, line))));
    // The shape itself is the keyboard's link; this one is for pointers and fingers.
    if (href) this.#node.append(make('a', { href, tabindex: '-1' }, open));
    this.#node.hidden = false;
    this.#place(at);
  }

  /** Beside the shape, on the side where there is room, else under or over it: never over what it describes. */
  #place({ x, y, left: start = x, top: upper = y - 10, bottom: lower = y + 10 }) {
    const stage = this.#node.parentElement, gap = 14;
    const w = this.#node.offsetWidth, h = this.#node.offsetHeight, width = stage.clientWidth, height = stage.clientHeight;
    const fitsRight = x + gap + w <= width - 8, fitsLeft = start - gap - w >= 8;
    const left = fitsRight ? x + gap : fitsLeft ? start - gap - w : (width - w) / 2;
    const beside = fitsRight || fitsLeft;
    const top = beside ? y - h / 2 : lower + gap + h <= height - 8 ? lower + gap : upper - gap - h;
    this.#node.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.min(height - h - 8, Math.max(8, top)))}px)`;
  }

  hideSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { if (!this.#node.matches(':hover')) this.hide(); }, patience);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#owner = null;
    this.#node.hidden = true;
  }
}
