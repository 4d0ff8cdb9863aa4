import { describe, expect, it } from '@jest/globals';
import { MOST_TOKENS, VerifiedTokens } from './verified-tokens.js';

const claims = { sub: 'person', sid: 'session', exp: 1000 };

describe('tokens that were found good', () => {
  it('are known until the second they end, and not again when the clock goes back', () => {
    const tokens = new VerifiedTokens();
    tokens.add('head.body.signature', claims);
    expect(tokens.get('head.body.signature', 999_999)).toEqual(claims);
    expect(tokens.get('head.body.signature', 1_000_000)).toBeUndefined();
    expect(tokens.get('head.body.signature', 0)).toBeUndefined();
  });

  it('are known by every character', () => {
    const tokens = new VerifiedTokens();
    tokens.add('head.body.signature', claims);
    for (const other of ['head.body.signaturE', 'head.body.signature ', 'head.bodz.signature', 'head.body.', ''])
      expect(tokens.get(other, 0)).toBeUndefined();
  });

  it('are never more than there is room for', () => {
    const tokens = new VerifiedTokens();
    for (let n = 0; n < MOST_TOKENS + 500; n += 1) tokens.add(`token ${n}`, claims);
    let kept = 0;
    for (let n = 0; n < MOST_TOKENS + 500; n += 1) if (tokens.get(`token ${n}`, 0)) kept += 1;
    expect(kept).toBe(MOST_TOKENS);
  });
});
