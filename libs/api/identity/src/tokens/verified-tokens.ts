import { Injectable } from '@nestjs/common';
import { BoundedCache } from '@lms/api-platform';
import type { AccessClaims } from './access-tokens.js';

/** What a token that was found good says, and the second since 1970 at which it ends. */
export interface VerifiedClaims extends AccessClaims {
  exp: number;
}

/**
 * As many as there may be sessions in use at once. A token is a few hundred bytes, and only tokens that we signed come
 * here, so nobody can fill it with what they make up.
 */
export const MOST_TOKENS = 10_000;

/**
 * Access tokens whose signature was checked: a page sends the same one dozens of times. Found by the whole text of the
 * token, so one that differs by a single character is another token. Whether the session still stands is not known here.
 */
@Injectable()
export class VerifiedTokens {
  private readonly claims = new BoundedCache<VerifiedClaims>(MOST_TOKENS);

  /** @param now milliseconds since 1970; a token that has ended by then is not known. */
  get(token: string, now: number): AccessClaims | undefined {
    const known = this.claims.get(token);
    if (!known) return undefined;
    if (now < known.exp * 1000) return known;
    this.claims.delete(token);
    return undefined;
  }

  /** Only for a token that was verified. */
  add(token: string, claims: VerifiedClaims): void {
    this.claims.set(token, claims);
  }
}
