import { describe, expect, it } from '@jest/globals';
import { meetsOwnHost, ownHosts } from './own-host.js';

const own = ownHosts('https://learn.example.org:8443', 'https://*.content.example.net:8443');

describe('an outside host', () => {
  it.each([
    'learn.example.org',
    'x.learn.example.org',
    '*.learn.example.org',
    '*.example.org',
    'content.example.net',
    'c-1.content.example.net',
    '*.content.example.net',
    '*.c-1.content.example.net',
    '*.example.net',
  ])('is never one of ours: %s', (host) => expect(meetsOwnHost(host, own)).toBe(true));

  it.each([
    'example.org',
    'media.example.org',
    'notlearn.example.org',
    'example.net',
    '*.media.example.org',
    '*.ple.org',
  ])('may stand beside ours: %s', (host) => expect(meetsOwnHost(host, own)).toBe(false));
});
