import { Conflict } from '@lms/api-platform';
import type { ErasureBlock } from '@lms/contracts';

const SENTENCES: Record<ErasureBlock, string> = {
  own: 'This is you. Ask a colleague.',
  engaged: 'This person works here or is about to. Their employment has to end first.',
  powers: 'This person has a role. End it first.',
  held: 'A legal hold keeps this person’s data. It has to end first.',
  'too-soon': 'The period for which this is kept is not over. Say why it has to go before.',
};

const ORDER = Object.keys(SENTENCES) as ErasureBlock[];

/** Conflict with the first thing that stands in the way; `too-soon` only where nobody said why it has to be. */
export function assertErasable(blocks: readonly ErasureBlock[], override: string): void {
  const block = ORDER.find((each) => blocks.includes(each) && (each !== 'too-soon' || override === ''));
  if (block) throw new Conflict(`erasure-${block}`, SENTENCES[block]);
}

export const factsChanged = (): Conflict =>
  new Conflict('facts-changed', 'Something about this person has changed since it was looked at. Look again first.');
