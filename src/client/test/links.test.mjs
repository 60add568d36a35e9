import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeTracks, route } from '../src/links-route.js';

const card = (left, top, height = 100) => ({ left, top, height });
const link = (id, from, to, line = '') => ({ id, from, to, line });
const cards = new Map([['a', card(80, 0)], ['b', card(180, 120)], ['c', card(80, 240)], ['d', card(280, 360)]]);
const numbers = path => path.match(/-?[\d.]+/g).map(Number);
const trackOf = path => Number(/Q([-\d.]+)/.exec(path)[1]);

test('an arrow leaves the answer to the left, and its head touches the move', () => {
  const [arrow] = route(cards, [link('m', 'd', 'b')]);
  const [x, y] = numbers(arrow.path);
  assert.equal(x, 280);
  assert.ok(y > 360 && y < 460);
  const [tipX, tipY] = numbers(arrow.heads[0]);
  assert.equal(tipX, 180);
  assert.ok(tipY > 120 && tipY < 220);
  assert.equal(arrow.heads.length, 1);
});

test('every arrow runs left of all cards, inside the drawing', () => {
  const all = [...cards.keys()];
  const links = all.flatMap(from => all.filter(to => to !== from).map(to => link(`${from}${to}`, from, to, from === 'a' ? 'dashed' : '')));
  for (const arrow of route(cards, links)) {
    assert.ok(trackOf(arrow.path) > 0 && trackOf(arrow.path) < 80, arrow.path);
    assert.ok(!arrow.path.includes('NaN'));
  }
});

test('arrows of one kind to one card share a track; another kind has its own', () => {
  const [one, two, other] = route(cards, [link('1', 'b', 'a'), link('2', 'c', 'a'), link('3', 'd', 'a', 'dashed')]);
  assert.equal(trackOf(one.path), trackOf(two.path));
  assert.deepEqual(one.heads, two.heads);
  assert.notEqual(trackOf(one.path), trackOf(other.path));
  assert.notDeepEqual(one.heads, other.heads);
});

test('spans that overlap have different tracks, the longer further out; others share', () => {
  const tracks = placeTracks([{ key: 'long', from: 0, to: 100 }, { key: 'short', from: 10, to: 30 }, { key: 'later', from: 50, to: 90 }]);
  assert.deepEqual([tracks.get('short'), tracks.get('later'), tracks.get('long')], [0, 0, 1]);
});

test('a competition has a head at both ends', () => assert.equal(route(cards, [link('m', 'd', 'b', 'both')])[0].heads.length, 2));

test('a link to a card that is not there is not drawn', () => assert.deepEqual(route(cards, [link('m', 'd', 'nowhere')]), []));

test('nothing is no fault', () => assert.deepEqual(route(new Map(), []), []));
