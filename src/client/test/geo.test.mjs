import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arc, arcWidth, clampToView, dotRadius, levelClass, markAt, placeLabels, separate, spoken } from '../src/geo.js';

test('levels fall into five steps and none', () => {
  assert.deepEqual([0, 0.19, 0.2, 0.5, 0.99, 1].map(levelClass), ['lv0', 'lv0', 'lv1', 'lv2', 'lv4', 'lv4']);
  assert.deepEqual([null, undefined, NaN].map(levelClass), ['none', 'none', 'none']);
});

test('a country is spoken with its figure and its lines', () => {
  assert.equal(spoken({ name: 'Kazakhstan', label: '12 engagements', lines: ['China 3', 'Russia 2'] }), 'Kazakhstan: 12 engagements. China 3, Russia 2');
  assert.equal(spoken({ name: 'Japan', label: '' }, 'No records'), 'Japan: No records');
});

test('an arc begins and ends where it should and bends away from the straight line', () => {
  const path = arc([100, 30], [70, 40], 0.2, 4);
  assert.deepEqual(path[0], [30, 100]);
  assert.deepEqual(path.at(-1), [40, 70]);
  assert.notEqual(Math.round(path[2][0] * 10), 350);
});

test('arc widths stay between 1.5 and 5 pixels', () => {
  assert.deepEqual([-1, 0, 1, 9, undefined].map(arcWidth), [1.5, 1.5, 5, 5, 1.5]);
});

test('an actor outside the view sits at its edge, America at the eastern one', () => {
  const view = { west: 44, south: 0, east: 150, north: 57 };
  assert.deepEqual(clampToView([103, 35], view), [103, 35]);
  assert.deepEqual(clampToView([-98, 39], view, { x: 2, y: 1 }), [148, 39]);
  assert.deepEqual(clampToView([95, 62], view, { x: 2, y: 1 }), [95, 56]);
});

test('a place is marked where it lies, and at the edge when it lies outside', () => {
  const view = { west: 28, south: 0, east: 150, north: 60 }, inset = { x: 3, y: 2 };
  assert.deepEqual(markAt([149.5, 35], view, inset), { position: [149.5, 35], isBeyond: false });
  assert.deepEqual(markAt([-77, 39], view, inset), { position: [147, 39], isBeyond: true });
  assert.deepEqual(markAt([10, 62], view, inset), { position: [31, 58], isBeyond: true });
});

test('the area of a dot grows with its number, within bounds', () => {
  assert.deepEqual([undefined, 0, 0.25, 1, 7].map(dotRadius), [4, 4, 8, 12, 12]);
});

test('points that would cover each other are moved apart', () => {
  const [a, b, c] = separate([{ x: 0, y: 0 }, { x: 5, y: 3 }, { x: 0, y: 100 }], 30);
  assert.deepEqual(a, { x: 0, y: 0 });
  assert.ok(Math.hypot(b.x - a.x, b.y - a.y) > 29.9);
  assert.deepEqual(c, { x: 0, y: 100 });
});

const size = { width: 400, height: 300 };
const label = (x, y, ...widths) => ({ x, y, variants: widths.map(width => ({ width, height: 20 })) });

test('a label that fits is centred on its anchor', () => {
  assert.deepEqual(placeLabels([label(200, 150, 80)], size), [{ variant: 0, x: 160, y: 140 }]);
});

test('no two labels overlap and none leaves the map', () => {
  const placed = placeLabels([label(200, 150, 90, 30), label(205, 152, 90, 30), label(210, 149, 90, 30), label(398, 4, 90, 30)], size);
  const boxes = placed.filter(Boolean).map(at => ({ ...at, w: at.variant ? 30 : 90 }));
  for (const [i, a] of boxes.entries()) {
    assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.w <= 400 && a.y + 20 <= 300);
    for (const b of boxes.slice(i + 1)) assert.ok(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + 20 <= b.y || b.y + 20 <= a.y);
  }
});

test('labels shorten together until every one has a place', () => {
  const crowd = Array.from({ length: 7 }, (_, i) => label(60 + 34 * i, 15, 200, 30));
  assert.ok(placeLabels(crowd, { width: 400, height: 32 }).every(at => at?.variant === 1));
});

test('a label without room is left out', () => {
  assert.deepEqual(placeLabels([label(10, 10, 90)], { width: 40, height: 40 }), [null]);
});
