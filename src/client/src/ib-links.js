import { route } from './links-route.js';
import { afterNavigation, make } from './page.js';
import { svg } from './shapes.js';

// Pages of paper part the cards, and an arrow measured on the screen would miss them: in print the words stand alone.
const css = `
:host { display: block; position: relative; }
svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; z-index: 0; }
path { fill: none; stroke: var(--line); stroke-width: 1.6; } .head { fill: var(--line); stroke: none; }
g { --line: var(--ib-line-strong, #7d8a91); }
.against { --line: var(--ib-bad, #9c2b2b); } .against circle { fill: var(--ib-surface, #fff); stroke: var(--line); stroke-width: 1.5; }
.dashed > .way { stroke-dasharray: 5 4; }
.dimmed .link { opacity: .25; } .dimmed .lit { opacity: 1; --line: var(--ib-accent, #0b5a68); } .dimmed .lit.against { --line: var(--ib-bad, #9c2b2b); }
.lit > .way { stroke-width: 2.6; }
.ring { fill: none; stroke: var(--ib-accent, #0b5a68); stroke-width: 2; }
@media (forced-colors: active) { g { --line: CanvasText; } }
@media print { svg { display: none; } }
`;
let sheet;

/** `<ib-links>`: draws an arrow from each `[data-to]` to the card that it names, beside the cards it is given (`[data-card]` with an id). The words on the cards say the same. */
export class IbLinks extends HTMLElement {
  #svg; #stop; #sizes; #cards = new Map(); #links = [];
  /** Number of finished drawings, for tests to wait on. */
  ready = 0;

  connectedCallback() {
    if (!this.shadowRoot) {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(this.#svg = svg('svg', { 'aria-hidden': 'true' }), make('slot'));
    }
    // Cards and the element itself: a note that unfolds moves what is below it. The first report draws.
    this.#sizes = new ResizeObserver(() => this.#draw());
    this.#watch();
    this.#stop = afterNavigation(() => this.#watch());
    for (const name of ['pointerover', 'focusin']) this.addEventListener(name, this.#light);
    for (const name of ['pointerleave', 'focusout']) this.addEventListener(name, this.#unlight);
  }

  disconnectedCallback() {
    this.#stop?.();
    this.#sizes?.disconnect();
    for (const name of ['pointerover', 'focusin']) this.removeEventListener(name, this.#light);
    for (const name of ['pointerleave', 'focusout']) this.removeEventListener(name, this.#unlight);
  }

  #watch() {
    this.#sizes.disconnect();
    for (const element of [this, ...this.querySelectorAll('[data-card]')]) this.#sizes.observe(element);
  }

  #draw = () => {
    const origin = this.getBoundingClientRect();
    this.#cards = new Map([...this.querySelectorAll('[data-card]')].map(card => {
      const box = card.getBoundingClientRect();
      return [card.id, { left: box.left - origin.left, top: box.top - origin.top, width: box.width, height: box.height }];
    }));
    this.#links = route(this.#cards, [...this.querySelectorAll('[data-to]')].map(link => ({ id: link.id, from: link.closest('[data-card]').id, to: link.dataset.to, line: link.dataset.line ?? '' })));
    this.#svg.replaceChildren(...this.#links.map(link => svg('g', { class: `link ${link.line}`, 'data-move': link.id },
      svg('path', { class: 'way', d: link.path }), ...link.heads.map(d => svg('path', { class: 'head', d })), ...(link.line.includes('against') ? sign(link.sign) : []))));
    this.#light({ target: this.contains(document.activeElement) ? document.activeElement : null });
    this.ready++;
  };

  /** Brings out the links of the card, or the one link, that is pointed at or focused, and rings the cards at their other ends. */
  #light = ({ target }) => {
    const one = target?.closest?.('[data-to]')?.id, card = target?.closest?.('[data-card]')?.id;
    const lit = new Set(this.#links.filter(link => one ? link.id === one : card && (link.from === card || link.to === card)));
    this.#svg.classList.toggle('dimmed', lit.size > 0);
    for (const group of this.#svg.querySelectorAll('.link')) group.classList.toggle('lit', [...lit].some(link => link.id === group.dataset.move));
    for (const ring of this.#svg.querySelectorAll('.ring')) ring.remove();
    for (const id of new Set([...lit].flatMap(link => [link.from, link.to]))) {
      if (id === card) continue;
      const { left, top, width, height } = this.#cards.get(id);
      this.#svg.append(svg('rect', { class: 'ring', x: left - 4, y: top - 4, width: width + 8, height: height + 8, rx: 8 }));
    }
  };

  #unlight = ({ relatedTarget }) => this.#light({ target: relatedTarget instanceof Element && this.contains(relatedTarget) ? relatedTarget : null });
}

// A cross on the line, so that colour is not the only sign.
const sign = ({ x, y }) => [svg('circle', { cx: x, cy: y, r: 6 }), svg('path', { d: `M${x - 2.6} ${y - 2.6}l5.2 5.2m0-5.2-5.2 5.2` })];
