// What the first view of a page costs a browser that knows nothing of the board yet.  node weigh.mjs ORIGIN PATH…
// Prints a JSON array: bytes and requests until the page rests, the same after it was scrolled to its end, and how far it shifted (cumulative layout shift).
import { countRequests, open, withBrowser, withPage } from './browser.mjs';

const [origin, ...paths] = process.argv.slice(2);
console.log(JSON.stringify(await withBrowser(async browser => {
  const told = [];
  for (const path of paths) told.push(await withPage(browser, (page, wire) => weigh(page, wire, path)));
  return told;
})));

async function weigh(page, wire, path) {
  const sum = await countRequests(wire);
  await page.evaluateOnNewDocument(() => {
    window.shifts = [];
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push({ by: entry.value, what: entry.sources.map(s => s.node?.outerHTML?.slice(0, 80)).join() }); })
      .observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, origin + path);
  const first = sum();
  for (let y = 0; y < await page.evaluate(() => document.documentElement.scrollHeight); y += 700) {
    await page.evaluate(top => new Promise(done => { scrollTo({ top, behavior: 'instant' }); requestAnimationFrame(() => requestAnimationFrame(done)); }), y);
  }
  await page.waitForNetworkIdle({ idleTime: 500 });
  const whole = sum(), shifts = await page.evaluate(() => window.shifts);
  return { path, first: first.bytes, firstRequests: first.requests, whole: whole.bytes, wholeRequests: whole.requests, shift: shifts.reduce((all, s) => all + s.by, 0), shifts: shifts.map(s => s.what), requests: whole.list };
}
