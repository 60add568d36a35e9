import { make, navigate } from './page.js';

/** Names the bar under the pointer and opens its record on a click. Keyboards and screen readers have the table beside the chart. */
export class ChartTip {
  node = make('div', { class: 'tip', hidden: '', 'aria-hidden': 'true' });

  constructor(plot) {
    this.plot = plot;
  }

  attach(path, mark) {
    path.addEventListener('pointerenter', event => this.#show(mark, event));
    path.addEventListener('pointermove', event => this.#place(event));
    path.addEventListener('pointerleave', () => { this.node.hidden = true; });
    if (mark.href) path.addEventListener('click', () => navigate(mark.href));
  }

  #show(mark, event) {
    const lines = [mark.category, mark.text].filter(line => line && line !== mark.title && line !== mark.name);
    this.node.replaceChildren(make('strong', {}, mark.title || mark.name), ...lines.map(line => make('span', {}, line)));
    this.node.hidden = false;
    this.#place(event);
  }

  #place(event) {
    const box = this.plot.getBoundingClientRect(), w = this.node.offsetWidth, h = this.node.offsetHeight;
    const x = event.clientX - box.left, y = event.clientY - box.top;
    const left = x + 16 + w <= box.width ? x + 16 : Math.max(0, x - 16 - w);
    this.node.style.transform = `translate(${Math.round(left)}px, ${Math.round(y - h - 10 >= -40 ? y - h - 10 : y + 18)}px)`;
  }
}
