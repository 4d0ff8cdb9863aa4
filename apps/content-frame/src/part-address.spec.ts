import { expect, it } from '@jest/globals';
import { partAddress } from './part-address.js';

const host = 'http://label.waymark.localhost:8080';

it.each([
  ['index.html', `${host}/index.html`],
  ['/a b/start.htm?x=1#top', `${host}/a%20b/start.htm?x=1#top`],
  ['//evil.example/x', `${host}/evil.example/x`],
  ['https://evil.example/x', null],
  ['javascript:alert(1)', null],
  ['__waymark/renew?t=1', null],
  ['%5F_waymark/renew', null],
  ['x/../__waymark/frame', null],
])('%s', (href, expected) => {
  expect(partAddress(href, host)).toBe(expected);
});
