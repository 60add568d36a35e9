// Chromium and its pages, driven over the DevTools protocol.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const names = [process.env.BOARD_CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].filter(Boolean);
const program = names.flatMap(name => name.includes('/') ? [name] : process.env.PATH.split(delimiter).map(folder => join(folder, name))).find(existsSync);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/** Starts the browser and ends it with what is done. */
export async function withBrowser(act) {
  const browser = await puppeteer.launch({ executablePath: program, args: flags, headless: true, protocolTimeout: 600_000 });
  try { return await act(browser); } finally { await browser.close(); }
}

/** A page in a profile of its own, with nothing kept, as wide as a desktop's. It and its profile end with what is done. */
export async function withPage(browser, act) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.setViewport({ width: 1280, height: 900 });
    return await act(page, await page.createCDPSession());
  } finally { await context.close(); }
}

/** Counts what a page takes over the wire, headers included. Returns what tells the sum so far. */
export async function countRequests(wire) {
  const requests = new Map();
  await wire.send('Network.enable');
  wire.on('Network.requestWillBeSent', e => { if (/^https?:/.test(e.request.url)) requests.set(e.requestId, { url: e.request.url, bytes: 0 }); });
  wire.on('Network.loadingFinished', e => { const request = requests.get(e.requestId); if (request) request.bytes = e.encodedDataLength; });
  return () => ({ bytes: [...requests.values()].reduce((sum, r) => sum + r.bytes, 0), requests: requests.size, list: [...requests.values()] });
}

/** Waits until a page has loaded and asks for nothing more. */
export async function open(page, url) {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForNetworkIdle({ idleTime: 500 });
}
