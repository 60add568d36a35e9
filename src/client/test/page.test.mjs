import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterUrl } from '../src/filter.js';
import { shareAddress } from '../src/share.js';
import { readTheme, themeCookie } from '../src/theme.js';

const base = 'https://board.test/engagements?page=3#list';

test('a filter address drops empty values and keeps form order', () => {
  assert.equal(filterUrl('/engagements', [['actor', 'CN'], ['actor', 'RU'], ['domain', ''], ['q', ' gas & oil ']], base), '/engagements?actor=CN&actor=RU&q=gas+%26+oil');
});

test('an empty filter is the bare address, without the current query or fragment', () => {
  assert.equal(filterUrl('/engagements', [['domain', '']], base), '/engagements');
  assert.equal(filterUrl(null, [['q', '']], base), '/engagements');
});

test('the address that the page gives is shared only where it is on this site', () => {
  assert.equal(shareAddress('https://board.test/engagements', base), 'https://board.test/engagements');
  assert.equal(shareAddress('/engagements', base), 'https://board.test/engagements');
  assert.equal(shareAddress('https://elsewhere.test/', base), base);
  assert.equal(shareAddress(undefined, base), base);
  assert.equal(shareAddress('http://[', base), base);
});

test('the theme comes from its cookie and nothing else', () => {
  assert.equal(readTheme('a=1; theme=dark; b=2'), 'dark');
  assert.equal(readTheme('theme=light'), 'light');
  assert.equal(readTheme('mytheme=dark'), 'auto');
  assert.equal(readTheme('theme=purple'), 'auto');
});

test('choosing auto removes the cookie', () => {
  assert.equal(themeCookie('dark'), 'theme=dark; path=/; max-age=31536000; samesite=lax');
  assert.match(themeCookie('auto'), /^theme=; .*max-age=0/);
  assert.match(themeCookie('light', true), /; secure$/);
});
