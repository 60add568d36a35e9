// Lighthouse on pages, as a phone and as a desktop.  node judge.mjs ORIGIN phone,desktop PATH…
// Prints a JSON array: the four scores of each page and form factor, 0 to 100, and the audits that are short of the whole.
import lighthouse, { desktopConfig } from 'lighthouse';
import { withBrowser } from '../browser/browser.mjs';

const [origin, factors, ...paths] = process.argv.slice(2);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

console.log(JSON.stringify(await withBrowser(async browser => {
  const told = [];
  for (const path of paths) for (const factor of factors.split(',')) told.push(await judge(browser, path, factor));
  return told;
})));

async function judge(browser, path, factor) {
  const page = await browser.newPage();
  try {
    const { lhr } = await lighthouse(origin + path, { onlyCategories: categories, logLevel: 'error', output: 'json' }, factor === 'desktop' ? desktopConfig : undefined, page);
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
    const scores = Object.fromEntries(categories.map(name => [name, Math.round((lhr.categories[name].score ?? 0) * 100)]));
    const misses = categories.flatMap(name => lhr.categories[name].auditRefs.filter(ref => ref.weight > 0).map(ref => lhr.audits[ref.id])
      .filter(audit => audit.score !== null && audit.score < 0.995).map(audit => ({ category: name, audit: audit.id, score: audit.score, shown: audit.displayValue ?? '', what: nodes(audit) })));
    return { path, factor, scores, misses };
  } finally { await page.close(); }
}

function nodes(audit) {
  return (audit.details?.items ?? []).slice(0, 3).map(item => item.node?.snippet ?? item.url ?? item.description ?? item.source ?? '').filter(Boolean);
}
