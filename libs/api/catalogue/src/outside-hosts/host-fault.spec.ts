import { describe, expect, it } from '@jest/globals';
import { hostFault } from './host-fault.js';

const own = ['learn.example.org', 'content.example.net'];

describe('a host outside', () => {
  it.each([
    'example.com',
    'media.example.com',
    '*.example.com',
    '*.a.b.example.co.uk',
    'fonts.googleapis.com',
    'github.io',
    'somebody.github.io',
    '*.somebody.github.io',
    'xn--mnchen-3ya.de',
    'media.example.org',
  ])('may be asked for: %s', (host) => expect(hostFault(host, own)).toBeNull());

  it.each([
    ['https://example.com', 'no name of a host'],
    ['http://example.com', 'no name of a host'],
    ['example.com/path', 'no name of a host'],
    ['example.com:8443', 'no name of a host'],
    ['example.com.', 'no name of a host'],
    ['example.com; script-src *', 'no name of a host'],
    ["'unsafe-inline'", 'no name of a host'],
    ['data:', 'no name of a host'],
    ['*', 'no name of a host'],
    ['a.*.example.com', 'no name of a host'],
    ['*example.com', 'no name of a host'],
    ['münchen.de', 'no name of a host'],
    ['-a.example.com', 'no name of a host'],
    ['localhost', 'no name of a host'],
    ['intranet', 'no name of a host'],
    ['x.localhost', 'no name on the public internet'],
    ['*.localhost', 'no name of a host'],
    ['server.local', 'no name on the public internet'],
    ['10.0.0.1', 'an address of a machine'],
    ['127.1', 'no name on the public internet'],
    ['0x7f.0.0.1', 'no name on the public internet'],
    ['[::1]', 'an address of a machine'],
    ['*.com', 'no name of a host'],
    ['com', 'no name of a host'],
    ['co.uk', 'belongs to nobody alone'],
    ['*.co.uk', 'belongs to nobody alone'],
    ['*.github.io', 'belongs to nobody alone'],
    ['learn.example.org', 'this learning platform itself'],
    ['*.example.org', 'this learning platform itself'],
    ['c-1.content.example.net', 'this learning platform itself'],
    ['*.example.net', 'this learning platform itself'],
  ])('may not be %s', (host, why) => expect(hostFault(host, own)).toContain(why));
});
