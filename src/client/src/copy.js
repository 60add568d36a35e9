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

/** A preview gets the height of what is in it, as a frame elsewhere does by embed.js. */
export function fitFrames(root, { origin, source, data }) {
  if (origin !== location.origin || data?.type !== 'influenceboard:height' || !(data.height > 0)) return;
  for (const frame of root.querySelectorAll('.preview iframe')) if (frame.contentWindow === source) frame.style.height = `${Math.ceil(data.height)}px`;
}

/** The snippet page's own button: shown where scripts run. */
export function watchCopy(afterNavigation) {
  const reveal = () => { for (const place of document.querySelectorAll('main .copy')) place.hidden = false; };
  document.addEventListener('click', event => { if (event.target.closest?.('#embed-out [data-copy]')) copyFrom(document); });
  window.addEventListener('message', event => fitFrames(document, event));
  afterNavigation(reveal);
  reveal();
}
