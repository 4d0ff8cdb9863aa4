import { describe, expect, it } from '@jest/globals';
import { isWebAddress, meantAddress } from './link-address.js';

describe('an address as it is typed', () => {
  it('is completed to what is meant', () => {
    expect(meantAddress(' www.hse.gov.uk/cdm ')).toBe('https://www.hse.gov.uk/cdm');
    expect(meantAddress('people@alliance.example')).toBe('mailto:people@alliance.example');
    expect(meantAddress('http://a.example')).toBe('http://a.example');
    expect(meantAddress('javascript:alert(1)')).toBe('javascript:alert(1)');
    expect(meantAddress('')).toBe('');
  });

  it('leads to the web, or nowhere', () => {
    for (const right of ['https://www.hse.gov.uk/cdm?x=1#y', 'http://a.example'])
      expect([right, isWebAddress(right)]).toEqual([right, true]);
    for (const wrong of [
      'mailto:a@b.example',
      'javascript:x',
      'https://user:pw@a.example',
      'https://localhost',
      'https://',
      'https://a b.example',
      '',
    ])
      expect([wrong, isWebAddress(wrong)]).toEqual([wrong, false]);
  });
});
