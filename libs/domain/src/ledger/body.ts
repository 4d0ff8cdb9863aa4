import type { LocalDate } from '../calendar/local-date.js';

/** `prev` of the first entry. */
export const NO_PREVIOUS = '0'.repeat(64);

/** What was completed. All ids are UUIDs in small letters. */
export interface LedgerCompletion {
  readonly course: string;
  readonly courseVersion: string;
  readonly completedOn: LocalDate;
  /** Where it came from: `attempt`, `import`, `manual` …; small letters and hyphens. */
  readonly source: string;
  readonly sourceId: string;
  readonly validUntil: LocalDate | null;
}

/** Takes back an earlier completion of the same chain. */
export interface LedgerRevocation {
  readonly entry: number;
  /** Small letters and hyphens. */
  readonly reasonCode: string;
}

interface Common {
  readonly v: 1;
  readonly person: string;
  /** 1, 2, 3 … in the person's chain. */
  readonly seq: number;
  /** When it was recorded, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly at: string;
  /** Hash of the entry before, 64 zeros for the first. */
  readonly prev: string;
  /** Field → commitment. What could be asked to be forgotten is nowhere else in the body. */
  readonly private: Readonly<Record<string, string>>;
}

/** Version 1 of what is hashed: these members and no others. */
export type LedgerBody = Common &
  (
    | { readonly kind: 'completion'; readonly fact: LedgerCompletion }
    | { readonly kind: 'revocation'; readonly fact: LedgerRevocation }
  );
