import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { region } from '../region.mjs';

const shapes = region(JSON.parse(readFileSync(new URL('../node_modules/world-atlas/countries-50m.json', import.meta.url))));
const codes = shapes.features.map(f => f.properties.code);

test('the seven focus countries are there, painted last', () => {
  const focus = shapes.features.filter(f => f.properties.focus).map(f => f.properties.code);
  assert.deepEqual([...focus].sort(), ['JP', 'KG', 'KZ', 'TJ', 'TM', 'UZ', 'VN']);
  assert.deepEqual(shapes.features.slice(-7).map(f => f.properties.focus), Array(7).fill(true));
});

test('actors and neighbours are there', () => {
  for (const code of ['CN', 'RU', 'LA', 'KH', 'TH', 'MM', 'MN', 'KP', 'KR', 'TW', 'AF', 'IR', 'PK', 'IN', 'AZ', 'PH', 'MY', 'ID', 'BD', 'NP']) assert.ok(codes.includes(code), code);
});

test('nothing crosses the antimeridian', () => {
  for (const { properties, geometry } of shapes.features) for (const [ring] of geometry.coordinates) {
    const xs = ring.map(point => point[0]);
    assert.ok(Math.max(...xs) - Math.min(...xs) < 180, properties.code);
  }
});

test('rings are closed and the file stays small', () => {
  for (const { properties, geometry } of shapes.features) for (const polygon of geometry.coordinates) for (const ring of polygon)
    assert.deepEqual(ring[0], ring.at(-1), properties.code);
  assert.ok(brotliCompressSync(JSON.stringify(shapes)).length < 60_000);
});
