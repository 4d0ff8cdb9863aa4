import { describe, expect, it } from '@jest/globals';
import { proofTypeOf } from './proof-kind.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  it.each([
    ['image/jpeg', bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00')],
    ['image/png', bytes('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR')],
    ['image/webp', bytes('RIFF\x24\x00\x00\x00WEBPVP8 ')],
    ['application/pdf', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1')],
  ])('is %s by its first bytes', (type, head) => {
    expect(proofTypeOf(head)).toBe(type);
  });

  it.each([
    ['a page', bytes('<!doctype html><script>')],
    ['a drawing with script', bytes('<svg xmlns="http://')],
    ['a page before a PDF', bytes('<b>%PDF-1.7</b>....')],
    ['an archive', bytes('PK\x03\x04............')],
    ['sound in the same container', bytes('RIFF\x24\x00\x00\x00WAVEfmt ')],
    ['a GIF', bytes('GIF89a..........')],
    ['nothing', bytes('')],
    ['half of a beginning', bytes('\xff\xd8')],
  ])('is not taken: %s', (_what, head) => {
    expect(proofTypeOf(head)).toBeUndefined();
  });
});
