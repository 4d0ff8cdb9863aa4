import type { PersonRecord } from '@lms/contracts';

type CompletionItem = PersonRecord['completions'][number];

/** How a completion came to be, in the words of files; newer ways are simply “Recorded”. */
const SOURCES: Readonly<Record<string, string>> = {
  attempt: 'Done here',
  manual: 'In person',
  import: 'Brought in from an earlier record',
  session: 'At a session',
  equivalence: 'Counted from something else',
  evidence: 'Card or certificate checked',
  practical: 'Signed by an assessor',
};

type Fact = Pick<CompletionItem, 'source' | 'through'>;

/** Of what was counted, from what; empty where the reader may not see it. */
export function sourceWords({ source, through }: Fact): string {
  if (source === null) return '';
  if (!through) return SOURCES[source] ?? 'Recorded';
  const { title, by } = through.source;
  return `Counts through ${[title, by].filter(Boolean).join(', ')}, ${through.on}`;
}

/** A standing at the beginning of a cell. */
export const standingWords = (standing: string): string => standing.charAt(0).toUpperCase() + standing.slice(1);
