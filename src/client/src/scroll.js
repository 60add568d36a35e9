import { afterNavigation } from './page.js';

const store = 'ib-places', most = 60, settling = 2000;
const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/**
 * Going back or forth leads to the place that was left: how far it was scrolled and what was unfolded. The browser's own restoring comes before enhanced
 * navigation has brought the page. Each history entry has its place; a browser that does not name its entries goes on as it did.
 */
export function watchPlaces() {
  if (!window.navigation?.currentEntry) return;
  const places = recall();
  let wanted = null, isLoading = false, release = () => {};

  // While a page is on its way, the entry is already the next one and the page still the last.
  const leave = () => {
    const key = navigation.currentEntry?.key;
    if (wanted || !key) return;
    places.delete(key);
    places.set(key, { ...mark(), open: folds().filter(([, fold]) => fold.open).map(([name]) => name) });
    if (places.size > most) places.delete(places.keys().next().value);
  };
  const arrive = () => {
    const place = wanted;
    wanted = null;
    if (!place) return;
    // The filter looks after its own panel.
    for (const [name, fold] of folds()) fold.open = place.open.includes(name) || (fold.open && fold.querySelector('ib-filter') !== null);
    release = hold(place);
  };

  navigation.addEventListener('navigate', event => {
    if (event.navigationType !== 'push' && event.navigationType !== 'traverse') return;
    release();
    leave();
    isLoading = false;
    wanted = event.navigationType === 'traverse' ? places.get(event.destination.key) ?? { y: 0, open: [] } : null;
  });
  // Between two places of one page nothing is loaded.
  window.addEventListener('popstate', () => { setTimeout(() => { if (!isLoading) arrive(); }); });
  window.addEventListener('load', () => window.Blazor?.addEventListener?.('enhancednavigationstart', () => { isLoading = true; }), { once: true });
  afterNavigation(arrive);

  window.history.scrollRestoration = 'manual';
  window.addEventListener('pageshow', () => { window.history.scrollRestoration = 'manual'; });
  window.addEventListener('pagehide', () => {
    window.history.scrollRestoration = 'auto';
    wanted = null;
    leave();
    try { sessionStorage.setItem(store, JSON.stringify([...places])); } catch { /* storage may be closed */ }
  });
  if (['back_forward', 'reload'].includes(performance.getEntriesByType('navigation')[0]?.type)) {
    wanted = places.get(navigation.currentEntry.key) ?? null;
    arrive();
  }
}

/** What folds on the page, each with a name that is the same on the same page. */
const folds = () => [...document.querySelectorAll('main details:not(.ib-share)')].map((fold, i) => [`${i} ${fold.querySelector('summary')?.textContent.trim()}`, fold]);

const lines = () => [...document.querySelectorAll('main :is(tr, li, p, h2, h3, figure)')];

/** How far the page is scrolled, and the first line in view: a chart above it may not have its height yet when the reader comes back. */
function mark() {
  const all = lines(), line = scrollY > 0 ? all.findIndex(node => node.getBoundingClientRect().bottom > 0) : -1;
  return { y: Math.round(scrollY), of: all.length, line, top: all[line]?.getBoundingClientRect().top };
}

/** Stays at a place while the page grows to its full length, until the reader acts. Returns the way to let go. */
function hold({ y, of, line, top }) {
  const all = lines(), node = all.length === of ? all[line] : undefined;
  const place = () => {
    const by = node?.checkVisibility() ? node.getBoundingClientRect().top - top : y - scrollY;
    if (Math.abs(by) > 1) scrollBy({ top: by, behavior: 'instant' });
  };
  const growth = new ResizeObserver(place);
  const release = () => {
    growth.disconnect();
    clearTimeout(timer);
    for (const act of acts) window.removeEventListener(act, release, true);
  };
  const timer = setTimeout(release, settling);
  for (const act of acts) window.addEventListener(act, release, true);
  place();
  growth.observe(document.body);
  return release;
}

function recall() {
  try { return new Map(JSON.parse(sessionStorage.getItem(store))); } catch { return new Map(); }
}
