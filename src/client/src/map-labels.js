import { make } from './page.js';
import { placeLabels } from './geo.js';

/** Permanent names on the map: as much of each as fits at this size and zoom, none over another. */
export class MapLabels {
  #layer; #items = [];

  constructor(stage) {
    this.#layer = make('div', { class: 'labels', 'aria-hidden': 'true' });
    stage.append(this.#layer);
  }

  /** @param {{position: number[], variants: string[][], kind: string, gap: number, optional?: boolean}[]} items variants best first; each one or two lines */
  set(items) {
    this.#items = items.map(item => ({ ...item, nodes: item.variants.map(([name, more]) =>
      make('div', { class: `text ${item.kind}`, hidden: '' }, name, more ? make('small', {}, more) : null)) }));
    this.#layer.replaceChildren(...this.#items.flatMap(item => item.nodes));
    for (const item of this.#items) {
      for (const node of item.nodes) node.hidden = false;
      item.sizes = item.nodes.map(node => ({ width: node.offsetWidth, height: node.offsetHeight }));
    }
  }

  /** @param {(position: number[]) => {x: number, y: number}} project @param {object[]} taken boxes that must stay free */
  place(project, taken) {
    const size = { width: this.#layer.clientWidth, height: this.#layer.clientHeight };
    const placed = placeLabels(this.#items.map(item => ({ ...project(item.position), variants: item.sizes, gap: item.gap, optional: item.optional })), size, taken);
    this.#items.forEach((item, i) => item.nodes.forEach((node, variant) => {
      const at = placed[i];
      node.hidden = at?.variant !== variant;
      if (!node.hidden) node.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
    }));
  }

  hide(hidden) { this.#layer.style.visibility = hidden ? 'hidden' : ''; }
}
