// What the board's country page tells, as the data of the two peer sites.  node export.mjs ORIGIN
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const origin = process.argv[2];
const actors = { CN: 'China', RU: 'Russia', JP: 'Japan', US: 'United States' };

const page = await answer('/countries/kazakhstan.json'), { tables } = await answer('/engagements.json?country=kazakhstan');
const engagements = tables.engagements.map(e => ({
  date: e.date, year: Number((e.latest ?? e.earliest)?.slice(0, 4)), title: e.title, url: new URL(e.url).pathname, type: e.type, status: e.status,
  actors: Object.keys(actors).filter(a => [...e.by, ...e.towards, ...e.about].includes(a)).map(a => actors[a]), domains: e.domains.join(', '), sources: e.sources, confidence: e.confidence,
}));
const years = [...new Set(engagements.map(e => e.year))].sort().flatMap(year => Object.values(actors).map(actor => ({ year, actor, engagements: engagements.filter(e => e.year === year && e.actors.includes(actor)).length })));
const byActor = Object.values(actors).map(actor => ({ actor, engagements: engagements.filter(e => e.actors.includes(actor)).length }));
const figures = { description: page.description, engagements: engagements.length, sources: tables.sources.length };

write('framework/src/data/board.json', JSON.stringify({ figures, engagements, years, byActor }));
write('evidence/sources/board/engagements.csv', csv(engagements.map(e => ({ ...e, actors: e.actors.join(', ') }))));
write('evidence/sources/board/by_actor.csv', csv(byActor));
write('evidence/sources/board/years.csv', csv(years));
write('evidence/sources/board/figures.csv', csv([figures]));

async function answer(path) {
  const response = await fetch(origin + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function write(file, text) {
  const path = join(here, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function csv(rows) {
  return [Object.keys(rows[0]), ...rows.map(Object.values)].map(row => row.map(v => `"${String(v).replaceAll('"', '""')}"`).join(',') + '\n').join('');
}
