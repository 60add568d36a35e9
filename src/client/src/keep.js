import { afterNavigation } from './page.js';

let kept = null;

/**
 * A link with `data-keep="name"` changes the view in place: after the navigation the page stays where it was scrolled to and the link of that name has
 * the focus again. A name that is gone (a chip that was removed) leaves the focus to the element that `data-keep-else` names by id.
 */
export function watchKept() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-keep]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    kept = { name: link.dataset.keep, other: link.dataset.keepElse, x: scrollX, y: scrollY };
  }, true);
  window.addEventListener('popstate', () => { kept = null; });
  afterNavigation(() => {
    if (!kept) return;
    const { name, other, x, y } = kept;
    kept = null;
    const place = () => scrollTo({ left: x, top: y, behavior: 'instant' });
    place();
    requestAnimationFrame(place);
    const target = document.querySelector(`a[data-keep="${CSS.escape(name)}"]`) ?? (other && document.getElementById(other));
    target?.focus({ preventScroll: true });
  });
}
