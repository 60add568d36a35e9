import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locale, toOptions, wrap } from '../src/chart-options.js';
import { axis, figure, niceCount, niceMax, range } from '../src/chart-scale.js';
import { heightOf, isEmpty, lanes } from '../src/chart-size.js';

const theme = { ink: '#111', soft: '#444', line: '#ddd', surface: '#fff', font: 'sans-serif', language: 'en', colours: { CN: '#b2432f', JP: '#8f6410' }, other: ['#0b5c78'] };
const place = { width: 900 };
const money = (low, high, text, open = false) => ({ low, high, open, text, n: 1 });
const nasty = '<img src=x onerror=alert(1)>';

const ladder = { kind: 'ladder', title: 'Money', unit: 'USD', categories: ['Target', 'Pledge', 'Signed'], series: [
  { name: 'China', actor: 'CN', values: [null, money(2e10, null, '≥ $20bn', true), money(1e9, 2e9, '$1–2bn')] },
  { name: 'Japan', actor: 'JP', values: [money(3e7, 3e7, '$30m'), null, null] }] };

test('figures are short', () => {
  assert.equal(figure(2e9, 'USD'), '$2bn');
  assert.equal(figure(2.55e12, 'USD'), '$2.55tn');
  assert.equal(figure(350, 'count'), '350');
  assert.equal(figure(0, 'USD'), '$0');
});

test('a value is a range: exact, closed, open or none', () => {
  assert.equal(range(null), null);
  assert.deepEqual(range(5, 'count'), { low: 5, high: 5, open: false, text: '5', n: null });
  assert.equal(range(money(1, null, '≥ 1')).open, true);
  assert.equal(range(money(1, 2, '1–2')).open, false);
  assert.equal(range({ low: null, high: null }), null);
});

test('amounts over more than two orders of magnitude get a logarithmic axis', () => {
  const log = axis([range(money(3e7, 3e7)), range(money(2e10, 2e10))]);
  assert.equal(log.log, true);
  assert.deepEqual([log.min, log.from(log.to(5e8))].map(Math.round), [7, 5e8]);
  const linear = axis([range(money(1e9, 2e9)), range(money(4e9, 4e9))]);
  assert.equal(linear.log, false);
  assert.ok(linear.max >= 4e9);
});

test('axes end on round figures', () => {
  assert.deepEqual(niceMax(14), { max: 15, ticks: 3 });
  assert.deepEqual(niceMax(0), { max: 1, ticks: 1 });
  assert.deepEqual(niceCount(3), { max: 3, ticks: 3 });
});

test('a ladder draws open, closed, exact and missing amounts differently', () => {
  const { options, marks } = toOptions(ladder, theme, place);
  assert.equal(options.chart.type, 'rangeBar');
  assert.deepEqual(marks.map(row => row.map(mark => mark.type)), [['none', 'open', 'range'], ['point', 'none', 'none']]);
  assert.equal(marks[0][1].text, '≥ $20bn');
  const [from, to] = options.series[0].data[1].y;
  assert.ok(to > from, 'an open end reaches beyond its low');
  assert.equal(options.xaxis.labels.formatter(9), '$1bn');
});

test('bars count from nought and stacks add up', () => {
  const model = { kind: 'bars', unit: 'count', categories: ['A', 'B'], series: [{ name: 'x', actor: 'CN', values: [3, 0] }, { name: 'y', actor: null, values: [4, 2] }] };
  const bars = toOptions(model, theme, place), stack = toOptions({ ...model, kind: 'stacked' }, theme, place);
  assert.equal(bars.options.xaxis.min, 0);
  assert.equal(bars.options.chart.stacked, false);
  assert.ok(stack.options.xaxis.max >= 7);
  assert.deepEqual(bars.marks[0].map(mark => mark.type), ['bar', 'none']);
  assert.deepEqual(bars.options.colors, ['#b2432f', '#0b5c78']);
});

test('a timeline keeps lanes in order, widens moments and leaves uncertain times long', () => {
  const model = { kind: 'timeline', now: '2026-11-23', points: [
    { x0: '2025-12-08', x1: '2025-12-10', lane: 'China', actor: 'CN', title: 'Visit', href: '/e/1', planned: false, text: '8–10 Dec 2025' },
    { x0: '2026-01-01', x1: '2026-12-31', lane: 'Japan', actor: 'JP', title: 'Talks', href: null, planned: true, text: '2026' }] };
  const { options, marks, now } = toOptions(model, theme, place);
  assert.deepEqual(lanes(model), ['China', 'Japan']);
  assert.deepEqual(marks[0].map(mark => [mark.type, mark.planned, mark.href]), [['moment', false, '/e/1'], ['span', true, null]]);
  const [from, to] = options.series[0].data[0].y;
  assert.ok(from < Date.parse('2025-12-08') && to > Date.parse('2025-12-11'));
  assert.equal(now.at, Date.parse('2026-11-23'));
  assert.equal(options.yaxis.labels.formatter('r1'), 'Japan');
});

test('no name reaches Apex but through the row formatter, which it draws as text', () => {
  const bad = { kind: 'bars', title: nasty, unit: 'count', categories: [nasty], series: [{ name: nasty, actor: 'CN', values: [{ low: 1, high: 1, text: nasty }] }] };
  const late = { kind: 'timeline', title: nasty, points: [{ x0: '2026-01-01', x1: null, lane: nasty, actor: nasty, title: nasty, text: nasty }] };
  for (const model of [bad, { ...bad, kind: 'stacked' }, { ...bad, kind: 'ladder' }, late])
    assert.doesNotMatch(JSON.stringify(toOptions(model, theme, place).options), /<img/);
});

test('motion, toolbar, legend and tooltip of the library are off', () => {
  const { options } = toOptions(ladder, theme, place);
  assert.equal(options.chart.animations.enabled, false);
  assert.equal(options.chart.toolbar.show, false);
  assert.equal(options.legend.show, false);
  assert.equal(options.tooltip.enabled, false);
});

test('emptiness and height are known before drawing', () => {
  assert.equal(isEmpty({ kind: 'ladder', categories: ['Target'], series: [] }), true);
  assert.equal(isEmpty({ kind: 'bars', categories: ['A'], series: [{ values: [null] }] }), true);
  assert.equal(isEmpty({ kind: 'bars', categories: ['A'], series: [{ values: [0] }] }), false);
  assert.equal(isEmpty({ kind: 'timeline', points: [] }), true);
  assert.equal(heightOf(ladder), toOptions(ladder, theme, place).options.chart.height);
});

test('long names wrap to two lines', () => {
  assert.equal(wrap('Japan', 14), 'Japan');
  assert.deepEqual(wrap('Energy and minerals', 14), ['Energy and', 'minerals']);
  assert.match(wrap('A very long name that never seems to end', 14)[1], /…$/);
});

test('month names follow the page\'s language', () => {
  assert.equal(locale('en').options.months[0], 'January');
  assert.equal(locale('en').options.days[0], 'Sunday');
  assert.equal(locale('fr').options.months[1], 'février');
});
