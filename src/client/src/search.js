/** Address of the suggestions for a text, by the address that the page gives, which already holds language and day. */
export function suggestUrl(base, text) {
  const url = new URL(base, 'http://board/');
  url.searchParams.set('q', text.slice(0, 200));
  return url.pathname + url.search;
}

/** The option that a key leads to from the one at hand (-1 is the input itself), or undefined when the key is not for the list. */
export function step(key, at, count) {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return at + 1 >= count ? -1 : at + 1;
  if (key === 'ArrowUp') return at < 0 ? count - 1 : at - 1;
  return undefined;
}
