import { afterNavigation } from './page.js';

const menus = ['ib-menu', 'ib-share', 'ib-all'].map(name => `details.${name}[open]`).join();

/** Menus are <details>: an open one closes by Escape, by a click elsewhere, when the focus goes elsewhere and after a navigation. */
export function closeMenus(within) {
  for (const menu of document.querySelectorAll(menus)) if (!menu.contains(within ?? null)) menu.open = false;
}

export function watchMenus() {
  document.addEventListener('click', event => closeMenus(event.target));
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && !event.defaultPrevented && event.target.closest?.(menus);
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  // Without a next element the focus is on its way by a click, or the window has lost it.
  document.addEventListener('focusout', event => { if (event.relatedTarget && event.target.closest?.(menus)) closeMenus(event.relatedTarget); });
  afterNavigation(() => closeMenus());
}
