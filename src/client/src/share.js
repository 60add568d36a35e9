/** The address to share: the page's canonical one where it is on this site, else the current one. */
export function shareAddress(canonical, current) {
  if (!canonical) return current;
  try {
    const url = new URL(canonical, current);
    return url.origin === new URL(current).origin ? url.href : current;
  } catch {
    return current;
  }
}
