/** The address to share: the one that the page gives for its view where it is on this site, else the current one. */
export function shareAddress(given, current) {
  if (!given) return current;
  try {
    const url = new URL(given, current);
    return url.origin === new URL(current).origin ? url.href : current;
  } catch {
    return current;
  }
}
