/** The address a filter form stands for: its action with its filled-in fields, in form order, empty values dropped. */
export function filterUrl(action, entries, base) {
  const url = new URL(action || base, base);
  url.hash = '';
  const query = new URLSearchParams();
  for (const [name, value] of entries) if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
  const text = query.toString();
  url.search = text;
  return url.pathname + url.search;
}
