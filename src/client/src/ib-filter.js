import { filterUrl } from './filter.js';
import { afterNavigation, navigate } from './page.js';

/** Wraps a GET form: choosing is applying. Text fields apply on Enter or when left. Focus, scroll position and the open panel are kept. */
export class IbFilter extends HTMLElement {
  #stop; #kept; #path = location.pathname;

  connectedCallback() {
    this.addEventListener('change', this.#change);
    this.addEventListener('submit', this.#submit);
    window.addEventListener('popstate', this.#back);
    this.#stop = afterNavigation(() => this.#restore());
  }

  disconnectedCallback() {
    this.removeEventListener('change', this.#change);
    this.removeEventListener('submit', this.#submit);
    window.removeEventListener('popstate', this.#back);
    this.#stop?.();
  }

  #change = event => {
    const form = event.target.form;
    if (form && this.contains(form) && event.target.dataset.apply !== 'manual') this.#go(form, event.target);
  };

  #submit = event => {
    if ((event.target.method || 'get').toLowerCase() !== 'get') return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(event.target, document.activeElement);
  };

  #go(form, control) {
    const url = filterUrl(form.getAttribute('action'), new FormData(form), location.href);
    if (url === location.pathname + location.search) return;
    this.#kept = { name: control?.name, value: control?.value, type: control?.type, open: this.#panel?.open, x: scrollX, y: scrollY };
    navigate(url);
  }

  // Back and forth between views of one page leave the panel as it is; where the page was scrolled to belongs to the entry.
  #back = () => { this.#kept = this.#panel?.open && location.pathname === this.#path ? { open: true, path: this.#path } : undefined; };

  get #panel() { return this.closest('details'); }

  #restore() {
    const kept = this.#kept;
    this.#kept = undefined;
    this.#path = location.pathname;
    if (!kept || (kept.path && kept.path !== this.#path)) return;
    // The new page has the panel folded, and a folded control cannot hold the focus.
    if (kept.open && this.#panel) this.#panel.open = true;
    if (kept.path) return;
    const place = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    place();
    requestAnimationFrame(place);
    if (!kept.name) return;
    const choices = [...this.querySelectorAll(`[name="${CSS.escape(kept.name)}"]`)];
    const same = ['checkbox', 'radio', 'submit'].includes(kept.type) ? choices.find(c => c.value === kept.value) : choices[0];
    same?.focus({ preventScroll: true });
  }
}
