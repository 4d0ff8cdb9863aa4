import { describe, expect, it } from '@jest/globals';
import type { RouteObject } from 'react-router';
import { laterInside, laterOutside } from './later-routes.js';
import { isFirst } from './routes.js';

const addresses = (routes: readonly RouteObject[]): string[] =>
  routes.flatMap(({ path, children }) => [...(path ? [path] : []), ...addresses(children ?? [])]);

/** An address as people type it, for a pattern. */
const example = (pattern: string) => pattern.replaceAll(/:\w+\??/g, '0b5f2c9e-0000-4000-8000-000000000001');

describe('the later routes', () => {
  it('are asked for by every one of their addresses: none is taken for a first page', () => {
    const all = addresses([...laterOutside, ...laterInside]);
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((path) => isFirst(example(path)))).toEqual([]);
  });

  it('are not asked for on the way to Today and into the player', () => {
    const first = [
      '/',
      '/sign-in',
      '/forgotten',
      '/link',
      '/privacy-notice',
      '/choose-password',
      '/courses/1/activities/2',
    ];
    expect(first.filter((path) => !isFirst(path))).toEqual([]);
  });
});
