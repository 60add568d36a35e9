// Each actor has a shape, a dash and a pattern of its own, so that colour never stands alone.
const svgNs = 'http://www.w3.org/2000/svg';

export const dashes = { CN: null, RU: '9 5', JP: '2 5', US: '12 4 2 4' };

// How far an actor's arcs bend, and to which side: those of Japan and the United States pass north of China's.
export const bends = { CN: 0.16, RU: -0.12, JP: -0.16, US: -0.24 };

/** Outline of an actor's shape around a centre. */
export function shapePath(actor, x = 0, y = 0, r = 6) {
  switch (actor) {
    case 'RU': { const s = r * 0.9; return `M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}z`; }
    case 'JP': { const s = r * 1.25; return `M${x} ${y - s}l${s} ${s}l${-s} ${s}l${-s} ${-s}z`; }
    case 'US': { const s = r * 1.3; return `M${x} ${y - s}L${x + s * 0.95} ${y + s * 0.7}H${x - s * 0.95}z`; }
    default: return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
}

export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(svgNs, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** An actor's shape as a small picture; coloured by the class `actor-xx`. */
export function shapeIcon(actor, size = 14, className = '') {
  return svg('svg', { viewBox: '-10 -10 20 20', width: size, height: size, 'aria-hidden': 'true', class: `shape actor-${String(actor).toLowerCase()} ${className}` },
    svg('path', { d: shapePath(actor, 0, 0, 7.4) }));
}
