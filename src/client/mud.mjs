import postcss from 'postcss';

// The parts of MudBlazor that pages are made of, by the names of their classes. A test compares them with what stands on the pages.
const parts = /^(mud-(typography|icon|svg|paper|elevation|alert|timeline)(-|$)|justify-start$)/;

/** MudBlazor's style for its parts on the pages: rules without a class stay, of the others those that need no class of another part, and the animations that they name. */
export function mudSubset(css) {
  const root = postcss.parse(css);
  root.walkRules(rule => {
    if (rule.parent.name?.endsWith('keyframes')) return;
    const kept = rule.selectors.filter(selector => [...selector.matchAll(/\.(-?[a-z_][\w-]*)/gi)].every(([, name]) => parts.test(name)));
    if (kept.length) rule.selectors = kept;
    else rule.remove();
  });
  const moves = new Set();
  root.walkDecls(/^animation/, declaration => { for (const word of declaration.value.split(/[\s,]+/)) moves.add(word); });
  root.walkAtRules(rule => { if (rule.name.endsWith('keyframes') ? rule.name !== 'keyframes' || !moves.has(rule.params) : rule.nodes?.length === 0) rule.remove(); });
  return root.toString();
}
