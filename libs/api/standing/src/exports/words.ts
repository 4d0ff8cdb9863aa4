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

export const sourceWords = (source: string | null): string => (source === null ? '' : (SOURCES[source] ?? 'Recorded'));

/** A standing at the beginning of a cell. */
export const standingWords = (standing: string): string => standing.charAt(0).toUpperCase() + standing.slice(1);
