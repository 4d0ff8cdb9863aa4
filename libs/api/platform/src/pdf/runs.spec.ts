import { expect, it } from '@jest/globals';
import { runsOf } from './runs.js';

const of = (letters: string) => (letter: string) => letters.includes(letter);
const own = of('abcdeêôơ ,.\u0301\u0323');
const other = of('абв ,');

it.each([
  ['abc', [['own', 'abc']]],
  ['', [['own', '']]],
  [
    'ab абв, ab',
    [
      ['own', 'ab '],
      ['other', 'абв, '],
      ['own', 'ab'],
    ],
  ],
  // What neither has is written of parts, whatever order its marks have.
  ['ệc', [['own', 'ê\u0323c']]],
  ['ố ợ', [['own', 'ô\u0301 ơ\u0323']]],
  ['ợ'.normalize('NFD'), [['own', 'ơ\u0323']]],
  // And where there are no parts, as before.
  ['漢a', [['own', '漢a']]],
])('%j', (text, runs) => {
  expect(runsOf(text, own, other).map((run) => [run.own ? 'own' : 'other', run.text])).toEqual(runs);
});
