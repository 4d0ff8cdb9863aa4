import { describe, expect, it } from '@jest/globals';
import { linkOpens, mailLink, mailParts } from './mail-parts.js';

describe('the text of a mail', () => {
  it('finds the address without the full stop after it', () => {
    expect(mailParts('Press http://lms.example/link#a-b_c. Thank you.')).toEqual([
      { text: 'Press ', link: false },
      { text: 'http://lms.example/link#a-b_c', link: true },
      { text: '. Thank you.', link: false },
    ]);
  });

  it('says of a link what it opens', () => {
    const opens = (rest: string) => linkOpens(`http://lms.example${rest}`);
    expect([opens('/link#a-b_c'), opens('/leaver#a-b_c'), opens('/requests')]).toEqual(['sign-in', 'record', 'page']);
  });

  it('makes nothing else a link', () => {
    expect(mailLink('Write to javascript:alert(1) or www.example.org')).toBeUndefined();
    expect(mailParts('')).toEqual([]);
  });
});
