// The same country page as several sites show it, measured turn by turn.  node peers.mjs ROUNDS SITES, a JSON array of
// { name, url or folder, link: what is clicked, rows: the table that it changes }. A folder is served from memory, compressed at brotli's best.
// Prints for each site the medians: bytes and requests of the first view, largest contentful paint with the processor slowed four times, and from the click of a filter to the picture with the new rows, in ms.
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { countRequests, open, withBrowser, withPage } from './browser.mjs';

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.csv': 'text/csv', '.woff2': 'font/woff2' };
const rounds = Number(process.argv[2]), sites = JSON.parse(process.argv[3]), servers = [];
for (const site of sites) if (site.folder) site.url = await serve(site.folder);

const told = await withBrowser(async browser => {
  const all = sites.map(site => ({ name: site.name, weights: [], paints: [], clicks: [] }));
  for (let round = 0; round < rounds; round++)
    for (const [i, site] of sites.entries()) {
      all[i].weights.push(await withPage(browser, (page, wire) => weigh(page, wire, site)));
      all[i].paints.push(await withPage(browser, (page, wire) => paint(page, wire, site)));
      all[i].clicks.push(await withPage(browser, page => click(page, site)));
    }
  return all.map(({ name, weights, paints, clicks }) => ({ name, bytes: median(weights.map(w => w.bytes)), requests: median(weights.map(w => w.requests)), paint: median(paints), click: median(clicks) }));
});
for (const server of servers) server.close();
console.log(JSON.stringify(told));

async function weigh(page, wire, site) {
  const sum = await countRequests(wire);
  await open(page, site.url);
  return sum();
}

async function paint(page, wire, site) {
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluateOnNewDocument(() => new PerformanceObserver(list => { window.largest = list.getEntries().at(-1).startTime; }).observe({ type: 'largest-contentful-paint', buffered: true }));
  await open(page, site.url);
  await page.waitForFunction(rows => [...document.querySelectorAll(rows)].at(-1)?.querySelector('tbody tr'), {}, site.rows);
  return page.evaluate(() => window.largest);
}

// As a hand does it: the pointer comes to rest on the link, presses, lets go.
async function click(page, site) {
  await open(page, site.url);
  const link = await page.waitForSelector(site.link);
  await page.waitForFunction(rows => [...document.querySelectorAll(rows)].at(-1)?.querySelector('tbody tr'), {}, site.rows);
  await link.evaluate(node => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.evaluate(rows => {
    const table = () => [...document.querySelectorAll(rows)].at(-1), before = table().textContent;
    window.shown = new Promise(done => addEventListener('click', event => {
      const began = event.timeStamp;
      const look = () => table()?.querySelector('tbody tr') && table().textContent !== before ? setTimeout(() => done(performance.now() - began)) : requestAnimationFrame(look);
      requestAnimationFrame(look);
    }, { capture: true, once: true }));
  }, site.rows);
  await link.hover();
  await new Promise(done => setTimeout(done, 150));
  await link.click({ delay: 60 });
  return page.evaluate(() => window.shown);
}

async function serve(folder) {
  const files = new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    return [`/${relative(folder, file)}`, { type: types[extname(file)] ?? 'application/octet-stream', body: brotliCompressSync(readFileSync(file)) }];
  }));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://site').pathname), file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (file) response.writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': 'br', 'Content-Length': file.body.length, 'Cache-Control': 'max-age=31536000, immutable' }).end(file.body);
    else response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${server.address().port}/`;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
