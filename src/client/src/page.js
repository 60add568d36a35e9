// What every element needs from the page around it.

/** Goes to an address: without a full document load where Blazor runs, and in a window of its own out of a frame on another site. */
export function navigate(href) {
  if (!href) return;
  if (document.documentElement.dataset.frame !== undefined) { window.open(href, '_blank', 'noopener'); return; }
  if (window.Blazor?.navigateTo) window.Blazor.navigateTo(href);
  else location.assign(href);
}

const listeners = new Set();
let attached = false;

function attach() {
  if (attached || !window.Blazor?.addEventListener) return;
  attached = true;
  window.Blazor.addEventListener('enhancedload', () => { for (const listener of listeners) listener(); });
}

/** Calls back after each enhanced navigation, which resets attributes that scripts had set. Returns the way to stop. */
export function afterNavigation(listener) {
  listeners.add(listener);
  attach();
  if (!attached) window.addEventListener('load', attach, { once: true });
  return () => listeners.delete(listener);
}

/** Reads a JSON attribute; a broken one is reported once and treated as absent. */
export function readJson(element, name) {
  const text = element.dataset[name];
  if (!text) return null;
  try { return JSON.parse(text); } catch (error) {
    console.warn(`${element.localName}: data-${name} is not JSON`, error);
    return null;
  }
}

/** Calls back when the page's colours change: by its own switch or by the system's. */
export function onThemeChange(listener) {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(listener);
  media.addEventListener('change', listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  return () => { media.removeEventListener('change', listener); observer.disconnect(); };
}

export const prefersStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Lets the browser answer its reader and draw before long work goes on. */
export const pause = () => globalThis.scheduler?.yield ? scheduler.yield() : new Promise(go => setTimeout(go));

/** An element with attributes and children; text is always text. */
export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(key, value);
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}
