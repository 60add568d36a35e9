import { afterNavigation } from './page.js';
import { shareAddress } from './share.js';

const announced = 4000;

/** Wraps a server-rendered block: shows its `<button data-share>`, which shares or copies the page's address. */
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
    for (const button of this.querySelectorAll('[data-share]')) button.hidden = false;
  }

  #click = async event => {
    if (!event.target.closest?.('[data-share]')) return;
    const url = shareAddress(document.querySelector('link[rel=canonical]')?.href, location.href);
    if (navigator.share) {
      try { await navigator.share({ title: this.dataset.title || document.title, url }); return; } catch (error) {
        if (error.name === 'AbortError') return;
      }
    }
    if (await this.#copy(url)) this.#announce(this.dataset.copied ?? '');
  };

  async #copy(url) {
    try { await navigator.clipboard.writeText(url); return true; } catch {
      // No clipboard without a secure context or permission: leave the address selected, ready to copy by hand.
      const field = this.querySelector('input');
      field?.closest('details')?.setAttribute('open', '');
      field?.select();
      return false;
    }
  }

  #announce(text) {
    const status = this.querySelector('[role=status]');
    if (!status) return;
    status.textContent = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { status.textContent = ''; }, announced);
  }
}
