// Bundles the browser code and the style of the pages, with the part of MudBlazor's that pages need, and prepares the map shapes.  node build.mjs OUTDIR MUDBLAZOR.CSS
import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mudSubset } from './mud.mjs';
import { region } from './region.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? `${here}/../../wwwroot/dist`);
rmSync(out, { recursive: true, force: true });
mkdirSync(`${out}/geo`, { recursive: true });

const shared = {
  absWorkingDir: here, outdir: out,
  bundle: true, format: 'esm', minify: true, target: 'es2022', legalComments: 'none', metafile: true,
  loader: { '.css': 'text' }, logLevel: 'warning',
};

// What is loaded on demand is one file each, named after its content. What two of them need is in both: a request costs more than a kilobyte.
const later = new Map();
for (const part of ['chart-view', 'chart-save', 'map-view']) {
  const { metafile } = await build({ ...shared, entryPoints: [`src/${part}.js`], entryNames: '[name]-[hash]' });
  later.set(`./${part}.js`, `./${basename(Object.keys(metafile.outputs)[0])}`);
}
await build({
  ...shared, entryPoints: ['src/board.js', 'src/frame.js'],
  plugins: [{ name: 'later', setup: bundle => bundle.onResolve({ filter: /^/ }, ({ kind, path }) => kind === 'dynamic-import' ? { path: later.get(path), external: true } : null) }],
});

// One style for the pages instead of a request for each of its layers.
await build({
  absWorkingDir: here, outfile: `${out}/board.css`, bundle: true, minify: true, logLevel: 'warning',
  stdin: { contents: ['mud', '../../wwwroot/css/theme.css', '../../wwwroot/css/board.css'].map(layer => `@import '${layer}';`).join(''), loader: 'css', resolveDir: here },
  plugins: [{ name: 'mud', setup: bundle => {
    bundle.onResolve({ filter: /^mud$/ }, () => ({ path: process.argv[3], namespace: 'mud' }));
    bundle.onLoad({ filter: /^/, namespace: 'mud' }, ({ path }) => ({ contents: mudSubset(readFileSync(path, 'utf8').replace('\uFEFF', '')), loader: 'css' }));
  } }],
});

const world = JSON.parse(readFileSync(`${here}/node_modules/world-atlas/countries-50m.json`));
writeFileSync(`${out}/geo/region.json`, JSON.stringify(region(world)));
