/** Options and matches are as many as the question with the most has. */
export const MOST_OPTIONS = 20;
export const MOST_MATCHES = 12;

export const optionColumn = (number: number): string => `option ${number}`;
export const matchColumn = (number: number): string => `match ${number}`;

export const NEEDED_COLUMNS = ['type', 'text'] as const;
const FRONT = ['key', 'type', 'text', 'right', 'tolerance', 'unit'] as const;
const BACK = ['tags', 'safety critical', 'explanation', 'retired'] as const;

/** The heading of a file whose questions have so many options and matches at most. */
export const headingFor = (options: number, matches: number): string[] => [
  ...FRONT,
  ...Array.from({ length: options }, (_, index) => optionColumn(index + 1)),
  ...Array.from({ length: matches }, (_, index) => matchColumn(index + 1)),
  ...BACK,
];

const KNOWN: ReadonlySet<string> = new Set(headingFor(MOST_OPTIONS, MOST_MATCHES));

/** `Safety-Critical` and `safety_critical` are the column `safety critical`. */
export const columnOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
export const isKnownColumn = (column: string): boolean => KNOWN.has(column);
