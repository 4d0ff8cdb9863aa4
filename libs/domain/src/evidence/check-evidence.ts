import { isLocalDate, type LocalDate } from '../calendar/local-date.js';
import { validUntilWithEvidence } from './evidence-validity.js';

/** What an evidence activity asks for. */
export interface EvidenceDemands {
  /** Issuers to choose from; with an empty list any will do. */
  readonly issuers: readonly string[];
  readonly numberNeeded: boolean;
  readonly expiry: 'needed' | 'optional' | 'none';
  readonly fileNeeded: boolean;
}

/** A card or certificate as somebody typed it. Dates are inclusive. */
export interface GivenEvidence {
  readonly issuer: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate | null;
  readonly hasFile: boolean;
}

export type EvidenceProblem =
  | { readonly field: 'issuer'; readonly code: 'missing' | 'not-listed' }
  | { readonly field: 'number'; readonly code: 'missing' }
  | { readonly field: 'issuedOn'; readonly code: 'missing' | 'future' }
  /** The course lets a card count for some months, and those are over; `ended` was its last day. */
  | { readonly field: 'issuedOn'; readonly code: 'too-old'; readonly ended: LocalDate }
  | { readonly field: 'expiresOn'; readonly code: 'missing' | 'not-asked' | 'not-after-issue' | 'expired' }
  | { readonly field: 'file'; readonly code: 'missing' };

/** Everything that keeps this evidence from being taken on a day; nothing when all is well. */
export const evidenceProblems = (
  given: GivenEvidence,
  demands: EvidenceDemands,
  { today, validityMonths }: { readonly today: LocalDate; readonly validityMonths: number | null },
): EvidenceProblem[] => {
  const issued = isLocalDate(given.issuedOn);
  const expires = given.expiresOn !== null && isLocalDate(given.expiresOn) ? given.expiresOn : null;
  const problems: EvidenceProblem[] = [];
  const issuer = given.issuer.trim();
  if (issuer === '') problems.push({ field: 'issuer', code: 'missing' });
  else if (demands.issuers.length > 0 && !demands.issuers.includes(issuer)) {
    problems.push({ field: 'issuer', code: 'not-listed' });
  }
  if (demands.numberNeeded && given.number.trim() === '') problems.push({ field: 'number', code: 'missing' });
  if (!issued) problems.push({ field: 'issuedOn', code: 'missing' });
  else if (given.issuedOn > today) problems.push({ field: 'issuedOn', code: 'future' });
  if (expires === null) {
    if (demands.expiry === 'needed' || given.expiresOn) problems.push({ field: 'expiresOn', code: 'missing' });
  } else if (demands.expiry === 'none') problems.push({ field: 'expiresOn', code: 'not-asked' });
  else if (issued && expires <= given.issuedOn) problems.push({ field: 'expiresOn', code: 'not-after-issue' });
  else if (expires < today) problems.push({ field: 'expiresOn', code: 'expired' });
  const ended = issued ? validUntilWithEvidence(given.issuedOn, validityMonths, []) : null;
  if (ended !== null && ended < today) problems.push({ field: 'issuedOn', code: 'too-old', ended });
  if (demands.fileNeeded && !given.hasFile) problems.push({ field: 'file', code: 'missing' });
  return problems;
};
