import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { sparse } from '../src/chart-base.js';
import { steps } from '../src/chart-heat.js';
import { locale, toOptions } from '../src/chart-options.js';
import { axis, figure, niceCount, niceMax, range } from '../src/chart-scale.js';
import { heatPlan, heightOf, isEmpty, lanes, rungRows } from '../src/chart-size.js';
import { lines, widthOf, wrap } from '../src/chart-text.js';

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

const heat = { kind: 'heat', unit: null, categories: ['Japan', 'Vietnam', 'Kazakhstan', 'Uzbekistan', 'Kyrgyzstan', 'Tajikistan', 'Turkmenistan'], series: ['China', 'Russia', 'Japan', 'United States'].map((name, i) => ({
  name, actor: ['CN', 'RU', 'JP', 'US'][i], values: [null, 1, 2, 3, 4, 5, 6].map(n => n && { low: n + i, text: `${n + i}`, href: `/engagements?n=${n + i}` }) })) };

test('a ladder draws open, closed and exact amounts differently, and has no row for a rung without any', () => {
  const { options, marks } = toOptions(ladder, theme, place);
  assert.equal(options.chart.type, 'rangeBar');
  assert.deepEqual(marks[0].map(mark => [mark.type, mark.label, mark.name]), [
    ['head', 'Target', ''], ['point', 'Japan', 'Japan'], ['head', 'Pledge', ''], ['open', 'China', 'China'], ['head', 'Signed', ''], ['range', 'China', 'China']]);
  assert.equal(marks[0][3].text, '≥ $20bn');
  const [from, to] = options.series[0].data[3].y;
  assert.ok(to > from, 'an open end reaches beyond its low');
  assert.equal(options.xaxis.labels.formatter(9), '$1bn');
  assert.equal(options.series[0].data.length, marks[0].length);
});

test('rungs without an amount have no row, and one series needs no heading', () => {
  assert.deepEqual(rungRows({ ...ladder, categories: [...ladder.categories, 'Disbursed'] }).map(row => row.label), ['Target', 'Japan', 'Pledge', 'China', 'Signed', 'China']);
  const alone = { ...ladder, series: [ladder.series[0], { name: 'Russia', actor: 'RU', values: [null, null, null] }] };
  assert.deepEqual(rungRows(alone).map(row => [row.label, row.series.name]), [['Pledge', 'China'], ['Signed', 'China']]);
});

test('a narrow ladder writes its names over its marks and keeps no room beside them', () => {
  const wide = toOptions(ladder, theme, place), narrow = toOptions(ladder, theme, { width: 260 });
  assert.ok(narrow.marks[0].every(mark => mark.narrow) && wide.marks[0].every(mark => !mark.narrow));
  assert.ok(narrow.options.grid.padding.left < 20);
  assert.ok(wide.options.grid.padding.left > widthOf('Japan'));
  assert.ok(heightOf(ladder, 260) > heightOf(ladder, 900));
});

test('axis figures that would touch each other are left out', () => {
  const scale = { min: 0, max: 5e9, ticks: 5 }, shown = width => [0, 1, 2, 3, 4, 5].map(n => sparse(scale, width, value => figure(value, 'USD'))(n * 1e9)).filter(Boolean);
  assert.equal(shown(900).length, 6);
  assert.deepEqual(shown(130), ['$0', '$2bn', '$4bn']);
});

test('a heat chart has a cell for each actor and country, shaded from the least to the most', () => {
  const { options, marks, names } = toOptions(heat, theme, { width: 1000 });
  assert.equal(options.chart.type, 'heatmap');
  assert.deepEqual(names.rows, ['China', 'Russia', 'Japan', 'United States']);
  // Apex draws the last series at the top.
  assert.deepEqual(marks.map(row => row[0].name), ['United States', 'Japan', 'Russia', 'China']);
  assert.deepEqual(marks.at(-1).map(mark => [mark.type, mark.text, mark.href]).slice(0, 2), [['blank', '–', null], ['cell', '1', '/engagements?n=1']]);
  assert.deepEqual(marks[0].map(mark => mark.step), [undefined, 2, 2, 3, 3, 4, 4]);
  assert.equal(marks[0][6].category, 'Turkmenistan');
});

test('a narrow heat chart makes rows of the countries and breaks no word', () => {
  const { marks, names, options } = toOptions(heat, theme, { width: 270 });
  assert.deepEqual(names.rows, heat.categories);
  assert.deepEqual(names.columns.map(lines => lines.map(line => line.trim())), [['China'], ['Russia'], ['Japan'], ['United', 'States']]);
  assert.deepEqual([marks.length, marks[0].length], [7, 4]);
  assert.deepEqual(marks[0].map(mark => [mark.name, mark.category]).at(-1), ['United States', 'Turkmenistan']);
  assert.equal(options.chart.height, heightOf(heat, 270));
  assert.equal(heatPlan(heat, 1000).turned, false);
});

test('shades are even, logarithmic over large spans, and from the earliest for days', () => {
  assert.deepEqual([1, 10, 100].map(steps([1, 10, 100], null)), [0, 2, 4]);
  assert.deepEqual([1, 10, 20, 21, 50].map(steps([1, 10, 20, 21, 50], null)), [0, 0, 1, 2, 4]);
  assert.deepEqual([3e7, 3e8, 3.7e9, 1.9e10].map(steps([3e7, 3e8, 3.7e9, 1.9e10], 'USD')), [0, 1, 3, 4]);
  assert.deepEqual([739000, 739050, 739100].map(steps([739000, 739050, 739100], 'day')), [0, 2, 4]);
  assert.equal(steps([7], null)(7), 4);
  assert.equal(steps([0], null)(0), 4);
});

test('text on every shade has contrast enough in light and dark', () => {
  const css = readFileSync(new URL('../../../wwwroot/css/theme.css', import.meta.url), 'utf8');
  const read = name => css.match(new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`)).slice(1);
  const light = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  for (let step = 0; step < 5; step++) for (const scheme of [0, 1]) {
    const [a, b] = [read(`ib-map-${step}`)[scheme], read(`ib-map-ink-${step}`)[scheme]].map(light);
    assert.ok((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 4.5, `shade ${step}, ${['light', 'dark'][scheme]}`);
  }
});

test('bars count from nought and stacks add up', () => {
  const model = { kind: 'bars', unit: 'count', categories: ['A', 'B'], series: [{ name: 'x', actor: 'CN', values: [3, 0] }, { name: 'y', actor: null, values: [4, 2] }] };
  const bars = toOptions(model, theme, place), stack = toOptions({ ...model, kind: 'stacked' }, theme, place);
  assert.equal(bars.options.xaxis.min, 0);
  assert.equal(bars.options.chart.stacked, false);
  assert.ok(stack.options.xaxis.max >= 7);
  assert.deepEqual(bars.marks[0].map(mark => mark.type), ['bar', 'none']);
  assert.deepEqual(bars.options.colors, ['#b2432f', '#0b5c78']);
  assert.deepEqual(stack.marks.map(row => row.map(mark => mark.type)), [['part', 'none'], ['part', 'part']]);
  assert.deepEqual(toOptions({ ...model, kind: 'stacked', series: [model.series[1]] }, theme, place).marks[0].map(mark => mark.type), ['bar', 'bar']);
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
  for (const model of [bad, { ...bad, kind: 'stacked' }, { ...bad, kind: 'ladder' }, { ...bad, kind: 'heat' }, late])
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
  for (const model of [ladder, heat]) for (const width of [260, 900]) assert.equal(heightOf(model, width), toOptions(model, theme, { width }).options.chart.height);
  assert.equal(isEmpty({ ...heat, series: [{ name: 'China', values: [null] }] }), true);
});

test('long names wrap to two lines', () => {
  assert.equal(wrap('Japan', 14), 'Japan');
  assert.deepEqual(wrap('Energy and minerals', 14), ['Energy and', 'minerals']);
  assert.match(wrap('A very long name that never seems to end', 14)[1], /…$/);
});

test('lines keep the whole text, break between words and signs, and within a word only where they must', () => {
  const sentence = 'Engagements of China with Kazakhstan or Uzbekistan about energy.';
  assert.equal(lines(sentence, 150, 13).join(''), sentence);
  assert.ok(lines(sentence, 150, 13).every(line => widthOf(line.trimEnd(), 13) <= 150));
  assert.ok(lines(sentence, 150, 13).slice(0, -1).every(line => line.endsWith(' ')));
  assert.deepEqual(lines('往来记录，行为方：中国或日本。', 60, 13), ['往来记', '录，行为', '方：中国', '或日本。']);
  const address = 'https://board.example/engagements?actor=china&country=kazakhstan';
  assert.equal(lines(address, 120, 11).join(''), address);
  assert.deepEqual(lines('$200m–$900m', 48, 13), ['$200m–', '$900m']);
  assert.deepEqual(lines('a\u0000b\tc\n', 500, 13), ['a b c']);
  assert.deepEqual(lines('', 100, 13), []);
  assert.equal(lines('Donaudampfschifffahrt', 60, 13).join(''), 'Donaudampfschifffahrt');
});

test('month names follow the page\'s language', () => {
  assert.equal(locale('en').options.months[0], 'January');
  assert.equal(locale('en').options.days[0], 'Sunday');
  assert.equal(locale('fr').options.months[1], 'février');
});
