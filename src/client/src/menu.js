import { afterNavigation } from './page.js';

/** Menus of the page's bar are <details>: this closes an open one by Escape, by a click elsewhere and after a navigation. */
export function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.ib-menu[open]')) if (menu !== except) menu.open = false;
}

export function watchMenus() {
  document.addEventListener('click', event => closeMenus(event.target.closest?.('details.ib-menu')));
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && event.target.closest?.('details.ib-menu[open]');
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  afterNavigation(() => closeMenus());
}
