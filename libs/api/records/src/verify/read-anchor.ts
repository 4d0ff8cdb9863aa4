import { createHash } from 'node:crypto';
import { AnchorHead, AnchorLine, AnchorSeal } from '@lms/contracts';
import type { ChainAnchor } from '@lms/domain';
import { ANCHOR_FORMAT } from '../anchors/anchor-lines.js';
import { isSigned } from '../anchors/signing-key.js';

export interface ReadAnchor {
  at: string;
  publicKey: string;
  /** Of the people asked for, by their id. */
  chains: ReadonlyMap<string, ChainAnchor>;
  faults: string[];
}

/**
 * Reads an anchor file line by line (each without its line feed) and keeps what it says of some people. Null when the
 * first line is not that of an anchor. With a key, it must be signed by that one.
 */
export async function readAnchor(
  lines: AsyncIterable<string> | Iterable<string>,
  people: ReadonlySet<string>,
  publicKey: string | null,
): Promise<ReadAnchor | null> {
  const sha256 = createHash('sha256');
  const chains = new Map<string, ChainAnchor>();
  let head: AnchorHead | undefined;
  let last: string | undefined;
  const take = (line: string): boolean => {
    sha256.update(`${line}\n`);
    const value = parsed(line);
    if (!head) {
      head = AnchorHead.safeParse(value).data;
      return head !== undefined;
    }
    const chain = AnchorLine.safeParse(value).data;
    if (chain && people.has(chain.person)) chains.set(chain.person, chain);
    return true;
  };
  // One line behind: the last is the seal, which is not under itself.
  for await (const line of lines) {
    if (last !== undefined && !take(last)) return null;
    last = line;
  }
  if (!head) return null;
  const seal = AnchorSeal.safeParse(parsed(last ?? '')).data;
  const digest = sha256.digest('hex');
  const whole =
    seal?.sha256 === digest && isSigned(`${ANCHOR_FORMAT}\n${digest}`, seal.signature, publicKey ?? head.publicKey);
  const faults = whole
    ? []
    : ['The signature of this anchor is not right: it was changed, or somebody else signed it.'];
  return { at: head.at, publicKey: head.publicKey, chains, faults };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
