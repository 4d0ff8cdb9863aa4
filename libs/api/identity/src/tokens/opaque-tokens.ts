import { createHash, createHmac, type KeyObject, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. It is random, so one round of SHA-256 is enough. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The successor of a refresh token is computed from it. So the same predecessor always leads to the same successor, for
 * two tabs at once or an answer lost on a poor signal, while only hashes are stored.
 */
export const successorOf = (token: string, key: KeyObject): string =>
  createHmac('sha256', key).update(token).digest('base64url');
