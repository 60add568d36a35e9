import { afterNavigation, make, navigate } from './page.js';
import { suggestUrl, step } from './search.js';

const pause = 120;
let made = 0;

/**
 * `<ib-search data-suggest data-none data-count>` around a GET form with an input `q`: suggests records while one types (a combobox with a list of
 * options, WAI-ARIA 1.2) and opens the chosen one. `/` puts the cursor into the first such box of the page. Without it the form works by itself.
 */
export class IbSearch extends HTMLElement {
  #stop; #timer; #run = 0; #list; #status; #at = -1; #items = [];

  connectedCallback() {
    this.addEventListener('input', this.#typed);
    this.addEventListener('keydown', this.#key);
    this.addEventListener('focusout', this.#left);
    document.addEventListener('keydown', this.#slash);
    this.#stop = afterNavigation(() => this.#close());
    this.#dress();
  }

  disconnectedCallback() {
    this.removeEventListener('input', this.#typed);
    this.removeEventListener('keydown', this.#key);
    this.removeEventListener('focusout', this.#left);
    document.removeEventListener('keydown', this.#slash);
    clearTimeout(this.#timer);
    this.#stop?.();
  }

  get #input() { return this.querySelector('input[name=q]'); }

  /** What only makes sense where scripts run; a navigation takes it off again. */
  #dress() {
    const input = this.#input;
    if (!input) return;
    this.#list?.remove();
    this.#status?.remove();
    this.#list = make('ul', { class: 'ib-options', role: 'listbox', id: `ib-options-${++made}`, 'aria-label': input.getAttribute('aria-label'), hidden: '' });
    this.#list.addEventListener('pointerdown', event => event.preventDefault());
    this.#list.addEventListener('click', event => this.#open(this.#items[[...this.#list.children].indexOf(event.target.closest('[role=option]'))], event));
    this.#status = make('span', { class: 'ib-hide', role: 'status' });
    this.append(this.#list, this.#status);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.#list.id })) input.setAttribute(name, value);
  }

  #slash = event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('ib-search') !== this) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    const input = this.#input;
    for (let around = input?.closest('details:not([open])'); around; around = around.parentElement?.closest('details:not([open])')) around.open = true;
    event.preventDefault();
    input?.focus();
    input?.select();
  };

  #typed = () => {
    clearTimeout(this.#timer);
    const text = this.#input.value;
    if (text.trim() === '') { this.#close(); return; }
    this.#timer = setTimeout(() => this.#ask(text), pause);
  };

  async #ask(text) {
    const run = ++this.#run;
    try {
      const answer = await fetch(suggestUrl(this.dataset.suggest, text));
      const items = answer.ok ? await answer.json() : [];
      if (run === this.#run && this.#input?.value === text && this.contains(document.activeElement)) this.#show(items);
    } catch { this.#close(); }
  }

  #show(items) {
    if (!this.#list.isConnected) this.#dress();
    this.#items = items;
    this.#at = -1;
    this.#list.replaceChildren(...items.map((item, i) => make('li', { role: 'option', id: `${this.#list.id}-${i}`, 'aria-selected': 'false' },
      make('span', {}, item.label, ...(item.name && item.name !== item.label ? [' ', make('small', {}, item.name)] : [])), make('small', { class: 'kind' }, item.kind))));
    this.#list.hidden = items.length === 0;
    this.#input.setAttribute('aria-expanded', String(items.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
    this.#status.textContent = items.length ? (this.dataset.count ?? '').replace('{0}', items.length) : this.dataset.none ?? '';
  }

  #close() {
    this.#run++;
    clearTimeout(this.#timer);
    this.#items = [];
    this.#at = -1;
    if (!this.#list?.isConnected || this.#input?.getAttribute('role') !== 'combobox') { this.#dress(); return; }
    this.#list.hidden = true;
    this.#status.textContent = '';
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #left = event => { if (!this.contains(event.relatedTarget)) this.#close(); };

  #key = event => {
    if (event.target !== this.#input || event.isComposing) return;
    if (event.key === 'Escape' && !this.#list.hidden) { event.preventDefault(); this.#close(); return; }
    if (event.key === 'Enter' && this.#at >= 0) { event.preventDefault(); this.#open(this.#items[this.#at], event); return; }
    const to = step(event.key, this.#at, this.#list.hidden ? 0 : this.#items.length);
    if (to === undefined) return;
    event.preventDefault();
    this.#at = to;
    [...this.#list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === to)));
    if (to < 0) this.#input.removeAttribute('aria-activedescendant');
    else {
      this.#input.setAttribute('aria-activedescendant', this.#list.children[to].id);
      this.#list.children[to].scrollIntoView({ block: 'nearest' });
    }
  };

  #open(item, event) {
    if (!item) return;
    this.#close();
    if (event.ctrlKey || event.metaKey) window.open(item.href, '_blank', 'noopener');
    else navigate(item.href);
  }
}
