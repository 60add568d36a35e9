import { make } from './page.js';
import { sheet } from './live-style.js';
import { words } from './live.js';

/**
 * Listens for changes to the records of the page and offers to show them, in a bar at the foot of the window: nothing that is being read moves.
 * `data-events` is where they are told, `data-log` the list of changes; the link inside reloads the page where it stands.
 */
export class IbLive extends HTMLElement {
  static observedAttributes = ['data-events'];
  #source; #bar;
  /** How many records have changed, as far as is known. */
  count = 0;

  connectedCallback() {
    document.addEventListener('visibilitychange', this.#turn);
    window.addEventListener('pagehide', this.#close);
    window.addEventListener('pageshow', this.#turn);
    if (document.readyState === 'complete') this.#turn();
    else window.addEventListener('load', this.#turn, { once: true });
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#turn);
    window.removeEventListener('pagehide', this.#close);
    window.removeEventListener('pageshow', this.#turn);
    this.#close();
  }

  attributeChangedCallback(name, old, now) {
    if (old === null || old === now || !this.isConnected) return;
    this.#close();
    this.#hide();
    this.#turn();
  }

  // A page that nobody looks at asks nothing; what it missed it hears when it is looked at again.
  #turn = () => {
    if (document.visibilityState !== 'visible') return this.#close();
    if (this.#source || !this.dataset.events) return;
    this.#source = new EventSource(this.dataset.events);
    this.#source.addEventListener('changes', event => this.#tell(JSON.parse(event.data).count));
  };

  #close = () => {
    this.#source?.close();
    this.#source = undefined;
  };

  #tell(count) {
    if (count === this.count && this.#bar) return;
    this.count = count;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    if (!this.#bar) {
      const show = make('button', { type: 'button', class: 'main' }, this.dataset.show);
      const close = make('button', { type: 'button', 'aria-label': this.dataset.close }, '×');
      show.addEventListener('click', () => this.querySelector('a[data-keep]')?.click());
      close.addEventListener('click', () => this.#hide());
      this.#bar = make('section', { class: 'bar', 'aria-label': this.dataset.what }, make('p', { role: 'status' }), show, make('a', { href: this.dataset.log }, this.dataset.what), close);
      root.replaceChildren(this.#bar);
    }
    // Said after the region is there, so that it is read out.
    requestAnimationFrame(() => { if (this.#bar) this.#bar.firstElementChild.textContent = words(count, this.dataset.one, this.dataset.many); });
  }

  #hide() {
    this.count = 0;
    this.#bar?.remove();
    this.#bar = undefined;
  }
}
