import type { LedgerBody } from './body.js';
import { canonicalise, type JsonValue, type Sha256 } from './canonical.js';
import { isLedgerBody } from './check-body.js';

/** Stands before the body, so that no other text of ours can ever have the same hash. */
const PREFIX = 'waymark-ledger-v1\n';

/** The hash of an entry, from its canonical text. */
export const hashOfBodyText = (bodyText: string, sha256: Sha256): string => sha256(PREFIX + bodyText);

/** The commitment to a private value whose canonical JSON text is at hand, as it is stored. */
export const commitmentOfText = (salt: string, valueText: string, sha256: Sha256): string =>
  sha256(`${salt}:${valueText}`);

/**
 * Binds the chain to a value without telling it: SHA-256 of the salt, a colon and the value's canonical JSON. The salt
 * is random, 64 hexadecimal digits, new for each value; once both are erased nothing can be guessed from the hash.
 */
export const commitment = (salt: string, value: JsonValue, sha256: Sha256): string =>
  commitmentOfText(salt, canonicalise(value), sha256);

/** Canonical text and hash of a body. Throws TypeError when the body has not the shape of version 1. */
export const sealEntry = (
  body: LedgerBody,
  sha256: Sha256,
): { person: string; seq: number; body: string; hash: string } => {
  if (!isLedgerBody(body)) throw new TypeError('Not a ledger body of version 1');
  const text = canonicalise(body as unknown as JsonValue);
  return { person: body.person, seq: body.seq, body: text, hash: hashOfBodyText(text, sha256) };
};
