import { describe, expect, it } from '@jest/globals';
import { contentPolicy } from './content-policy.js';

const APP = 'https://learn.example.org';
const read = (policy: string) =>
  new Map(policy.split('; ').map((line) => [line.split(' ', 1)[0], line.split(' ').slice(1)] as const));

describe('the policy of a content host', () => {
  it('knows nothing but the host itself', () => {
    expect(contentPolicy(APP)).toBe(
      `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' data: blob:; form-action 'self'; ` +
        `base-uri 'self'; object-src 'self'; frame-ancestors 'self' ${APP}; ` +
        `sandbox allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads`,
    );
  });

  it('names hosts outside where a package fetches, by https, and loosens nothing else', () => {
    const plain = read(contentPolicy(APP));
    const given = read(contentPolicy(APP, ['media.example.com', '*.example.net']));
    const outside = ['https://media.example.com', 'https://*.example.net'];
    const fetching = ['script-src', 'style-src', 'img-src', 'media-src', 'font-src', 'frame-src', 'connect-src'];
    for (const directive of fetching) {
      const without = plain.get(directive) ?? plain.get('default-src') ?? [];
      expect([directive, given.get(directive)]).toEqual([directive, [...without, ...outside]]);
    }
    expect(given.get('worker-src')).toEqual(plain.get('default-src'));
    const others = [...given].filter(
      ([directive]) => directive !== 'worker-src' && !fetching.includes(directive ?? ''),
    );
    expect(new Map(others)).toEqual(new Map([...plain].filter(([directive]) => directive !== 'connect-src')));
  });
});
