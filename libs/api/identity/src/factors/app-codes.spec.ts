import { describe, expect, it } from '@jest/globals';
import { generate, generateSecret } from 'otplib';
import { stepOfCode } from './app-codes.js';

const secret = generateSecret();
const AT = new Date('2026-11-30T09:00:10Z');
const NOW = Math.floor(AT.getTime() / 30_000);
const code = (steps: number) => generate({ secret, epoch: (NOW + steps) * 30 });
const step = async (steps: number, lastStep = 0) => stepOfCode({ code: await code(steps), secret, lastStep, at: AT });

describe('a code of an app', () => {
  it('counts in its step and those beside it', async () => {
    expect([await step(-1), await step(0), await step(1)]).toEqual([NOW - 1, NOW, NOW + 1]);
    expect([await step(-2), await step(2)]).toEqual([null, null]);
  });
  it('counts once, and no older one after it', async () => {
    expect(await step(0, NOW)).toBeNull();
    expect(await step(-1, NOW)).toBeNull();
    expect(await step(1, NOW)).toBe(NOW + 1);
  });
  it('is of this secret', async () => {
    expect(await stepOfCode({ code: '000000', secret: generateSecret(), lastStep: 0, at: AT })).toBeNull();
  });
});
