import assert from 'node:assert/strict';
import { test } from 'node:test';
import { step, suggestUrl } from '../src/search.js';

test('the address of suggestions keeps language and day and escapes what was typed', () => {
  assert.equal(suggestUrl('/search/suggest?asOf=2026-01-15&lang=zh-Hans', 'a&b=苏 #"'), `/search/suggest?asOf=2026-01-15&lang=zh-Hans&q=a%26b%3D%E8%8B%8F+%23%22`);
  assert.equal(new URL(suggestUrl('/search/suggest', 'x'.repeat(10_000)), 'http://board').searchParams.get('q').length, 200);
});

test('arrows go round through the input', () => {
  assert.deepEqual([-1, 0, 1].map(at => step('ArrowDown', at, 2)), [0, 1, -1]);
  assert.deepEqual([-1, 0, 1].map(at => step('ArrowUp', at, 2)), [1, -1, 0]);
  assert.equal(step('ArrowDown', -1, 0), undefined);
  assert.equal(step('a', 0, 2), undefined);
});
