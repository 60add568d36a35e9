const announced = 4000;

/** Copies the snippet of a page or a dialog and says so; without a clipboard it stays selected, ready to copy by hand. */
export async function copyFrom(root) {
  const field = root.querySelector('#embed-snippet'), place = root.querySelector('.copy'), status = place?.querySelector('[role=status]');
  if (!field) return;
  field.focus();
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { return; }
  if (!status) return;
  place.querySelector('[data-copy]')?.focus();
  status.textContent = place.dataset.copied ?? '';
  setTimeout(() => { status.textContent = ''; }, announced);
}

/** The snippet page's own button: shown where scripts run. */
export function watchCopy(afterNavigation) {
  const reveal = () => { for (const place of document.querySelectorAll('main .copy')) place.hidden = false; };
  document.addEventListener('click', event => { if (event.target.closest?.('main [data-copy]')) copyFrom(document); });
  afterNavigation(reveal);
  reveal();
}
