import { make } from './page.js';
import { dashes, shapeIcon, svg } from './shapes.js';

const signs = { in: 'M8 3v10M3 8h10', out: 'M3 8h10', reset: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5.6H6.1' };

/** Zoom and reset buttons. `act` gets "in", "out" or "reset". */
export function controls(texts, act) {
  const button = (name, label) => {
    const node = make('button', { type: 'button', 'aria-label': label, title: label, 'data-act': name }, svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: signs[name] })));
    node.addEventListener('click', () => act(name));
    return node;
  };
  return make('div', { class: 'bar' }, button('in', texts.zoomIn), button('out', texts.zoomOut), button('reset', texts.reset));
}

/** What the shades, shapes and dashes stand for, and the model's note. */
export function foot(model) {
  const parts = [];
  if (model.legend && model.interactive) {
    const ramp = make('span', { class: 'ramp', 'aria-hidden': 'true' }, ...[0, 1, 2, 3, 4].map(step => make('i', { class: `lv${step}` })));
    parts.push(make('span', { class: 'key' }, model.measure ?? '', ` ${model.legend[0]}`, ramp, model.legend[1]));
  }
  if (model.actors?.length && model.interactive)
    parts.push(make('span', { class: 'keys' }, ...model.actors.map(actor => make('span', { class: 'key' }, shapeIcon(actor.code, 13), model.arcs?.length ? dash(actor.code) : null, actor.name))));
  if (model.note) parts.push(make('p', { class: 'note' }, model.note));
  return parts;
}

function dash(actor) {
  return svg('svg', { class: `dash actor-${actor.toLowerCase()}`, width: 26, height: 6, 'aria-hidden': 'true' },
    svg('path', { class: 'arc', d: 'M2 3H24', 'stroke-width': 2, 'stroke-dasharray': dashes[actor] }));
}
