import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName, layout } from '../src/chart-save.js';

const words = { title: 'Amounts from the actors to Kazakhstan, by rung, in US dollars', filter: 'Engagements of China with Kazakhstan about energy.', source: 'InfluenceBoard · https://board.example/countries/kazakhstan?actor=china · 23 November 2026' };
const bottom = text => text.y + (text.lines.length - 1) * text.step;

test('file names are ascii and never empty', () => {
  assert.equal(fileName('Money ladder: Việt Nam', 'svg'), 'money-ladder-viet-nam.svg');
  assert.equal(fileName('../../etc/<passwd>', 'png'), 'etc-passwd.png');
  assert.equal(fileName('资金阶梯', 'svg'), 'chart.svg');
  assert.equal(fileName(undefined, 'png'), 'chart.png');
  assert.ok(fileName('a b '.repeat(100), 'png').length <= 84);
});

test('title, filter, keys, drawing and source stand under each other', () => {
  const { width, height, texts, keys, drawing } = layout(words, [{ before: '', name: 'China', width: 18 }, { before: '', name: 'Japan', width: 18 }], { width: 900, height: 300 });
  assert.deepEqual(texts.map(text => text.kind), ['title', 'filter', 'source']);
  const [title, filter, source] = texts;
  assert.ok(bottom(title) < filter.y - filter.size + 1);
  assert.ok(bottom(filter) < keys[0].y);
  assert.equal(keys[0].y, keys[1].y);
  assert.ok(keys[1].x > keys[0].name);
  assert.ok(keys[0].y + 14 < drawing.y);
  assert.ok(source.y - source.size >= drawing.y + 300);
  assert.ok(height > bottom(source));
  assert.ok(width >= 900);
});

test('a narrow picture wraps its words and keys and loses none', () => {
  const keys = ['China', 'Russia', 'Japan', 'United States'].map(name => ({ before: '', name, width: 18 }));
  const { width, texts, keys: placed } = layout(words, keys, { width: 250, height: 200 });
  for (const { kind, lines } of texts) assert.equal(lines.join(''), words[kind]);
  assert.ok(texts.every(text => text.lines.length > 1));
  assert.ok(new Set(placed.map(key => key.y)).size > 1);
  assert.ok(placed.every(key => key.x < width));
});

test('words that are missing take no room', () => {
  const { texts, drawing } = layout({ title: 'A' }, [], { width: 300, height: 100 });
  assert.deepEqual(texts.map(text => text.kind), ['title']);
  assert.ok(drawing.y < 80);
});
