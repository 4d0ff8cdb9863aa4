import type { EvidenceItem, EvidenceSettings, SubmitEvidenceRequest } from '@lms/contracts';
import { type EvidenceProblem, evidenceProblems } from '@lms/domain';
import { formatDay } from '@lms/web-platform';
import { assessTexts } from '../assess/texts.js';

/** What stands in the form; dates are empty until they are given. */
export interface EvidenceDraft {
  issuer: string;
  number: string;
  issuedOn: string;
  expiresOn: string;
}
export const emptyDraft: EvidenceDraft = { issuer: '', number: '', issuedOn: '', expiresOn: '' };

/** What came back, to be put right instead of typed again. */
export const draftOfItem = ({ issuer, number, issuedOn, expiresOn }: EvidenceItem): EvidenceDraft => ({
  issuer,
  number,
  issuedOn,
  expiresOn: expiresOn ?? '',
});

export const givenOf = (
  draft: EvidenceDraft,
): Pick<SubmitEvidenceRequest, 'issuer' | 'number' | 'issuedOn' | 'expiresOn'> => ({
  issuer: draft.issuer.trim(),
  number: draft.number.trim(),
  issuedOn: draft.issuedOn,
  expiresOn: draft.expiresOn || null,
});

export type EvidenceField = EvidenceProblem['field'];
const { t } = assessTexts;

const SENTENCES = {
  'issuer missing': 'evidence.problem.issuerMissing',
  'issuer not-listed': 'evidence.problem.issuerNotListed',
  'number missing': 'evidence.problem.numberMissing',
  'issuedOn missing': 'evidence.problem.issuedMissing',
  'issuedOn future': 'evidence.problem.issuedFuture',
  'expiresOn missing': 'evidence.problem.expiresMissing',
  'expiresOn not-asked': 'evidence.problem.expiresNotAsked',
  'expiresOn not-after-issue': 'evidence.problem.expiresNotAfter',
  'expiresOn expired': 'evidence.problem.expired',
  'file missing': 'evidence.problem.fileMissing',
} as const;

const sentenceOf = (problem: EvidenceProblem): string => {
  if (problem.code === 'too-old') return t('evidence.problem.tooOld', { day: formatDay(problem.ended) });
  const key = `${problem.field} ${problem.code}` as keyof typeof SENTENCES;
  return t(SENTENCES[key]);
};

/** The first thing that is wrong with each field, as a sentence; the API checks the same again. */
export function draftProblems(
  draft: EvidenceDraft,
  hasFile: boolean,
  settings: EvidenceSettings,
  when: { today: string; validityMonths: number | null },
): Partial<Record<EvidenceField, string>> {
  const problems = evidenceProblems({ ...givenOf(draft), hasFile }, settings, when);
  return Object.fromEntries(problems.toReversed().map((problem) => [problem.field, sentenceOf(problem)]));
}
