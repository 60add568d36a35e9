// The one script of embeds: the elements that draw, and the message by which the page around learns the height.
import { IbChart } from './ib-chart.js';
import { IbMap } from './ib-map.js';

for (const [name, type] of Object.entries({ 'ib-chart': IbChart, 'ib-map': IbMap })) if (!customElements.get(name)) customElements.define(name, type);

/** `{ type: 'influenceboard:height', height }`, in CSS pixels, whenever it changes; docs/embeds.md has the protocol. It says nothing about the reader, so any page may hear it. */
if (parent !== window) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: 'influenceboard:height', height }, '*');
  }).observe(document.body);
}
