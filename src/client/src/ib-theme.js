import { afterNavigation } from './page.js';
import { readTheme, themeCookie } from './theme.js';

/** Wraps the theme form: switches at once instead of by a round trip, and keeps the choice in the same cookie. */
export class IbTheme extends HTMLElement {
  #stop;

  connectedCallback() {
    this.addEventListener('submit', this.#submit);
    this.#stop = afterNavigation(() => this.#apply(readTheme(document.cookie)));
  }

  disconnectedCallback() {
    this.removeEventListener('submit', this.#submit);
    this.#stop?.();
  }

  #submit = event => {
    const theme = event.submitter?.value;
    if (!theme) return;
    event.preventDefault();
    event.stopPropagation();
    document.cookie = themeCookie(theme, location.protocol === 'https:');
    this.#apply(readTheme(document.cookie));
  };

  #apply(theme) {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    for (const button of this.querySelectorAll('button[name=theme]')) button.setAttribute('aria-pressed', String(button.value === theme));
  }
}
