// Bundles the browser code and prepares the map shapes.  node build.mjs OUTDIR
import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { region } from './region.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? `${here}/../../wwwroot/dist`);
rmSync(out, { recursive: true, force: true });
mkdirSync(`${out}/geo`, { recursive: true });

await build({
  absWorkingDir: here,
  entryPoints: { board: 'src/board.js', frame: 'src/frame.js' },
  outdir: out,
  bundle: true, format: 'esm', splitting: true, minify: true, target: 'es2022',
  entryNames: '[name]', chunkNames: 'chunk-[hash]', legalComments: 'none',
  loader: { '.css': 'text' }, logLevel: 'warning',
});

const world = JSON.parse(readFileSync(`${here}/node_modules/world-atlas/countries-50m.json`));
writeFileSync(`${out}/geo/region.json`, JSON.stringify(region(world)));
