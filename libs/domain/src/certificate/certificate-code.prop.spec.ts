import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certificateCode, readCertificateCode, showCertificateCode } from './certificate-code.js';

const numbers = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 11, maxLength: 11 });

describe('the serial of a certificate', () => {
  it('is read as it was made, however it is typed', () => {
    fc.assert(
      fc.property(numbers, (random) => {
        const code = certificateCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        expect(readCertificateCode(code)).toBe(code);
        expect(readCertificateCode(` ${showCertificateCode(code).toLowerCase()} `)).toBe(code);
        expect(readCertificateCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it('is not read with one symbol wrong', () => {
    fc.assert(
      fc.property(numbers, fc.nat(11), fc.integer({ min: 1, max: 31 }), (random, at, shift) => {
        const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const code = certificateCode(random);
        const other = symbols[(symbols.indexOf(code.charAt(at)) + shift) % 32] ?? '';
        expect(readCertificateCode(code.slice(0, at) + other + code.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('is not read with two neighbours exchanged, but for the one pair that Luhn cannot tell', () => {
    fc.assert(
      fc.property(numbers, fc.nat(10), (random, at) => {
        const code = certificateCode(random);
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(a !== b && [a, b].toSorted().join('') !== '0Z');
        expect(readCertificateCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBeNull();
      }),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', '7K4M', 'U'.repeat(12), '7'.repeat(13), 'x'.repeat(5000), 'ab%00cd'])
      expect(readCertificateCode(typed)).toBeNull();
    expect(() => certificateCode([1, 2])).toThrow(RangeError);
    expect(() => certificateCode(Array.from({ length: 11 }, () => 32))).toThrow(RangeError);
  });
});
