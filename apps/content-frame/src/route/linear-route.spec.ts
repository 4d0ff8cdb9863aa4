import { beforeEach, describe, expect, it } from '@jest/globals';
import { LinearRoute } from './linear-route.js';

let shut: Set<string>;
let route: LinearRoute;

beforeEach(() => {
  shut = new Set();
  route = new LinearRoute(['a', 'b', 'c'].map((identifier) => ({ identifier, open: () => !shut.has(identifier) })));
});

describe('LinearRoute', () => {
  it('begins with the first, or where the learner was', () => {
    expect(route.begin(null)).toEqual({ open: 'a' });
    expect(route.begin('c')).toEqual({ open: 'c' });
    expect(route.begin('gone')).toEqual({ open: 'a' });
  });

  it('goes on and back, over what is not open yet', () => {
    route.begin('a');
    shut.add('b');
    expect([route.can('previous'), route.can('next'), route.mayChoose('b')]).toEqual(['no', 'yes', false]);
    expect(route.go({ to: 'next' })).toEqual({ open: 'c' });
    expect(route.can('next')).toBe('no');
    shut.delete('b');
    expect(route.go({ to: 'previous' })).toEqual({ open: 'b' });
    expect(route.go({ to: 'part', identifier: 'c' })).toEqual({ open: 'c' });
  });

  it('stays where there is nowhere to go', () => {
    route.begin('c');
    expect(route.go({ to: 'next' })).toBe('stay');
    shut.add('a');
    expect(route.go({ to: 'part', identifier: 'a' })).toBe('stay');
    expect(new LinearRoute([]).begin(null)).toBe('stay');
  });

  it.each([
    ['continue', { open: 'b' }],
    ['{target=c}choice', { open: 'c' }],
    ['{target=c}jump', { open: 'c' }],
    ['{target=x}choice', 'stay'],
    ['exitAll', 'closed'],
    ['suspendAll', 'closed'],
    ['exit', 'stay'],
    ['_none_', 'stay'],
    ['', 'stay'],
  ])('takes the content’s wish %s', (request, expected) => {
    route.begin('a');
    expect(route.ended(request)).toEqual(expected);
  });
});
