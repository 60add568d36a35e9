import { make } from './page.js';

/** "Save the chart": a disclosure with a button for each kind of file. Closes by Escape, by a click elsewhere, when focus leaves it and when a file is chosen. */
export class ChartMenu {
  #stop = new AbortController();

  /** @param {{save, svg, png}} texts @param {(kind: string) => Promise<void>} save */
  constructor(texts, save) {
    const summary = make('summary', {}, texts.save);
    const buttons = ['svg', 'png'].map(kind => {
      const button = make('button', { type: 'button', 'data-kind': kind }, texts[kind]);
      button.addEventListener('click', () => { this.#close(); save(kind); });
      return button;
    });
    this.node = make('details', { class: 'save' }, summary, make('div', { class: 'choices' }, ...buttons));
    this.node.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !this.node.open) return;
      event.stopPropagation();
      this.#close();
    });
    this.node.addEventListener('focusout', event => { if (event.relatedTarget && !this.node.contains(event.relatedTarget)) this.node.open = false; });
    document.addEventListener('click', event => { if (!event.composedPath().includes(this.node)) this.node.open = false; }, { signal: this.#stop.signal });
  }

  remove() {
    this.#stop.abort();
    this.node.remove();
  }

  #close() {
    this.node.open = false;
    this.node.querySelector('summary').focus();
  }
}
