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

type Scanned = Omit<ReadAnchor, 'chains'>;

/**
 * Reads an anchor file line by line (each without its line feed) and hands on what it says of each chain. Null when the
 * first line is not that of an anchor. With a key, it must be signed by that one, which is known after the last line.
 */
export async function scanAnchor(
  lines: AsyncIterable<string> | Iterable<string>,
  publicKey: string | null,
  onChain: (chain: ChainAnchor) => Promise<void> | void,
): Promise<Scanned | null> {
  const sha256 = createHash('sha256');
  let head: AnchorHead | undefined;
  let last: string | undefined;
  const take = async (line: string): Promise<boolean> => {
    sha256.update(`${line}\n`);
    const value = parsed(line);
    if (!head) {
      head = AnchorHead.safeParse(value).data;
      return head !== undefined;
    }
    const chain = AnchorLine.safeParse(value).data;
    if (chain) await onChain(chain);
    return true;
  };
  // One line behind: the last is the seal, which is not under itself.
  for await (const line of lines) {
    if (last !== undefined && !(await take(last))) return null;
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
  return { at: head.at, publicKey: head.publicKey, faults };
}

/** As {@link scanAnchor}, and keeps what it says of some people. */
export async function readAnchor(
  lines: AsyncIterable<string> | Iterable<string>,
  people: ReadonlySet<string>,
  publicKey: string | null,
): Promise<ReadAnchor | null> {
  const chains = new Map<string, ChainAnchor>();
  const found = await scanAnchor(lines, publicKey, (chain) => {
    if (people.has(chain.person)) chains.set(chain.person, chain);
  });
  return found && { ...found, chains };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
