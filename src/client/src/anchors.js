import { afterNavigation } from './page.js';

/** Opens what is folded around the place that the address names, and shows it. The browser does so itself only on a full load. */
export function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const folded = [];
  for (let around = target.closest('details:not([open])'); around; around = around.parentElement?.closest('details:not([open])')) folded.push(around);
  for (const details of folded) details.open = true;
  if (folded.length) target.scrollIntoView();
}

export function watchAnchors() {
  window.addEventListener('hashchange', reveal);
  afterNavigation(reveal);
  reveal();
}
