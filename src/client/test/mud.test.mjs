import assert from 'node:assert/strict';
import test from 'node:test';
import { mudSubset } from '../mud.mjs';

test('rules without a class and of the parts on the pages stay, in their order', () =>
  assert.equal(mudSubset('a{b:c}.mud-typography-h1{d:e}.mud-button{f:g}.mud-paper .mud-icon-root{h:i}'), 'a{b:c}.mud-typography-h1{d:e}.mud-paper .mud-icon-root{h:i}'));

test('of a list of selectors those stay that need no other part', () =>
  assert.equal(mudSubset('.mud-button,.mud-paper,.mud-paper .mud-button,.mud-paper:not(.mud-table){a:b}'), '.mud-paper{a:b}'));

test('queries that hold nothing and animations that nothing names go', () =>
  assert.equal(mudSubset('@media print{.mud-button{a:b}}@keyframes turn{to{a:b}}@keyframes blink{to{a:b}}.mud-icon-root{animation:turn 1s}'), '@keyframes turn{to{a:b}}.mud-icon-root{animation:turn 1s}'));
