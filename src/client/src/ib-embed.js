import { afterNavigation, make } from './page.js';
import { copyFrom, fitFrames } from './copy.js';

const typing = 250;

const css = `dialog { box-sizing: border-box; width: min(64rem, 100vw - 1rem); max-height: calc(100vh - 1rem); margin: auto; padding: 0; border: 1px solid var(--ib-line-strong); border-radius: 8px; background: var(--ib-ground); color: var(--ib-ink); }
  dialog::backdrop { background: rgb(0 0 0 / .5); }
  .top { position: sticky; top: 0; z-index: 1; display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: .6rem 1rem; background: var(--ib-surface); border-bottom: 1px solid var(--ib-line); }
  h2 { margin: 0; font-size: 1.2rem; } .in { display: grid; gap: 1rem; padding: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
  @media (min-width: 54rem) { .in { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } #embed-preview { grid-column: 1 / -1; } }`;
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * Wraps the link to the snippet page: opens that page's form, snippet and preview as a dialog. The server makes every snippet; the dialog asks for it anew at each choice.
 * Draws into a shadow root, out of reach of enhanced navigation. Without scripts, or when the page cannot be fetched, the link leads to the page.
 */
export class IbEmbed extends HTMLElement {
  #dialog; #parts; #stop; #timer; #run = 0; #link;

  connectedCallback() {
    this.addEventListener('click', this.#click);
    this.#stop = afterNavigation(() => this.#mark());
    window.addEventListener('message', this.#fit);
    this.#mark();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#click);
    window.removeEventListener('message', this.#fit);
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#dialog?.close();
  }

  #mark() { this.querySelector('a')?.setAttribute('aria-haspopup', 'dialog'); }

  #fit = event => { if (this.shadowRoot) fitFrames(this.shadowRoot, event); };

  #click = async event => {
    const link = event.target.closest?.('a');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const page = await this.#fetch(link.href);
    if (!page) { location.assign(link.href); return; }
    this.#link = link;
    this.#open(page);
  };

  #open(page) {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    const close = make('button', { type: 'button', class: 'ib-button' }, this.dataset.close ?? '×');
    this.#parts = make('div', { class: 'in' });
    for (const id of ['embed-form', 'embed-out', 'embed-preview']) this.#parts.append(document.importNode(page.getElementById(id), true));
    this.#dialog = make('dialog', { 'aria-labelledby': 'title' }, make('div', { class: 'top' }, make('h2', { id: 'title' }, this.dataset.title ?? ''), close), this.#parts);
    close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('close', () => { this.#dialog.remove(); this.#run++; this.#link?.focus(); });
    this.#dialog.addEventListener('submit', event => { event.preventDefault(); this.#choose(); });
    this.#dialog.addEventListener('change', () => this.#choose());
    this.#dialog.addEventListener('click', event => { if (event.target.closest('[data-copy]')) copyFrom(this.shadowRoot); });
    // The page's own styles, once more for the shadow root; the slot keeps the link itself in view.
    const styles = [...document.querySelectorAll('link[rel=stylesheet]')].map(link => make('link', { rel: 'stylesheet', href: link.href, media: link.media }));
    this.shadowRoot.replaceChildren(...styles, make('slot'), this.#dialog);
    this.#show();
    this.#dialog.showModal();
  }

  #choose() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#renew(), typing);
  }

  /** The form and the focus in it stay; snippet and preview are those of the choice. */
  async #renew() {
    const form = this.#parts.querySelector('form'), run = ++this.#run;
    const query = [...new FormData(form)].filter(([, value]) => value !== '');
    const page = await this.#fetch(`${form.getAttribute('action')}?${new URLSearchParams(query)}`);
    if (!page || run !== this.#run) return;
    for (const id of ['embed-out', 'embed-preview']) this.#parts.querySelector(`#${id}`).replaceWith(document.importNode(page.getElementById(id), true));
    this.#show();
  }

  #show() {
    this.#parts.querySelector('[data-apply]')?.remove();
    this.#parts.querySelector('.copy').hidden = false;
  }

  async #fetch(href) {
    try {
      const response = await fetch(href);
      if (!response.ok) return null;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      return page.getElementById('embed-form') ? page : null;
    } catch (error) {
      console.warn('ib-embed: no snippet', error);
      return null;
    }
  }
}
