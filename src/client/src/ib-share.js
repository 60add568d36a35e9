import { afterNavigation } from './page.js';
import { shareAddress } from './share.js';

const announced = 4000;

/** Wraps a server-rendered block: shows its `<button data-share>`, which shares or copies the address of the view, and its `<button data-copy="id">`, which copy what stands in the field of that id. */
export class IbShare extends HTMLElement {
  #stop; #timer;

  connectedCallback() {
    this.addEventListener('click', this.#click);
    this.#stop = afterNavigation(() => this.#reveal());
    this.#reveal();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#click);
    clearTimeout(this.#timer);
    this.#stop?.();
  }

  #reveal() {
    for (const button of this.querySelectorAll('[data-share], [data-copy]')) button.hidden = false;
  }

  #click = async event => {
    const button = event.target.closest?.('[data-share], [data-copy]');
    if (!button) return;
    const field = this.querySelector(button.dataset.copy ? `#${CSS.escape(button.dataset.copy)}` : 'input');
    if (button.dataset.copy) {
      if (field && await this.#copy(field.value ?? field.textContent.trim(), field)) this.#announce(this.dataset.done ?? '', button);
      return;
    }
    const url = shareAddress(field?.value, location.href);
    if (navigator.share) {
      try { await navigator.share({ title: this.dataset.title || document.title, url }); return; } catch (error) {
        if (error.name === 'AbortError') return;
      }
    }
    if (await this.#copy(url, field)) this.#announce(this.dataset.copied ?? '', button);
  };

  async #copy(text, field) {
    try { await navigator.clipboard.writeText(text); return true; } catch {
      // No clipboard without a secure context or permission: leave the words selected, ready to copy by hand.
      field?.closest('details')?.setAttribute('open', '');
      if (field?.select) field.select(); else if (field) getSelection().selectAllChildren(field);
      return false;
    }
  }

  #announce(text, button) {
    const status = this.querySelector('[role=status]');
    if (!status) return;
    clearTimeout(this.#timer);
    this.#clear();
    status.textContent = text;
    button.dataset.copied = '';
    this.#timer = setTimeout(() => this.#clear(), announced);
  }

  #clear() {
    for (const status of this.querySelectorAll('[role=status]')) status.textContent = '';
    for (const button of this.querySelectorAll('button[data-copied]')) delete button.dataset.copied;
  }
}
