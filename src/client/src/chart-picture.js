import { svg } from './shapes.js';

const kept = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'pattern', 'linearGradient', 'stop', 'mask', 'clipPath']);
const places = ['id', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'viewBox', 'points', 'offset', 'transform', 'patternUnits', 'gradientUnits', 'maskUnits', 'maskContentUnits', 'clipPathUnits'];
const references = ['fill', 'stroke', 'mask', 'clip-path'];
// Presentation attributes with the values that need no writing down.
const styles = {
  fill: 'rgb(0, 0, 0)', 'fill-opacity': '1', stroke: 'none', 'stroke-width': '1px', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-linejoin': 'miter', 'stroke-linecap': 'butt',
  opacity: '1', 'paint-order': 'normal', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1' };
const textStyles = { 'font-size': '', 'font-weight': '400', 'text-anchor': 'start', 'dominant-baseline': 'auto' };
const ofText = new Set(['text', 'tspan']), groups = new Set(['svg', 'g', 'defs']);

/**
 * A copy of a drawing that needs no style sheet, no script and nothing from elsewhere: shapes and texts alone, each with the style that it has on the page.
 * @param {SVGElement} node in the document
 * @returns {SVGElement | null} null for what is not seen
 */
export function clean(node) {
  const name = node.localName, style = getComputedStyle(node);
  if (!kept.has(name) || style.display === 'none' || (style.visibility === 'hidden' && !groups.has(name))) return null;
  const parts = [...node.childNodes].map(child => child.nodeType === Node.TEXT_NODE ? (ofText.has(name) ? child.cloneNode() : null) : child.nodeType === Node.ELEMENT_NODE ? clean(child) : null).filter(Boolean);
  if ((name === 'g' || ofText.has(name)) && !parts.length) return null;
  const copy = svg(name, {}, ...parts);
  for (const key of places) if (node.hasAttribute(key)) copy.setAttribute(key, node.getAttribute(key));
  for (const [key, usual] of Object.entries({ ...(groups.has(name) ? { opacity: '1' } : styles), ...(ofText.has(name) ? textStyles : {}) })) {
    const value = style.getPropertyValue(key);
    if (value && value !== usual && !(key === 'stroke-dasharray' && value === '0')) copy.setAttribute(key, value.replace(/px\b/g, ''));
  }
  // References stay within the picture.
  for (const key of references) if (/^url\(\s*["']?#/.test(node.getAttribute(key) ?? '')) copy.setAttribute(key, node.getAttribute(key));
  return copy;
}
