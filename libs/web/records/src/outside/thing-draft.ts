import type { OutsideThing } from '@lms/contracts';

/** What is typed of a card or a company's course, both kept while one is chosen. */
export interface ThingDraft {
  kind: OutsideThing['kind'];
  issuer: string;
  cardTitle: string;
  organisationId: string;
  code: string;
  courseTitle: string;
}

export const NO_THING: ThingDraft = {
  kind: 'card',
  issuer: '',
  cardTitle: '',
  organisationId: '',
  code: '',
  courseTitle: '',
};

/** What it comes to; null while something is missing. */
export function thingOf(draft: ThingDraft): OutsideThing | null {
  const [issuer, cardTitle, code, courseTitle] = [draft.issuer, draft.cardTitle, draft.code, draft.courseTitle].map(
    (text) => text.trim(),
  );
  if (draft.kind === 'card') return issuer && cardTitle ? { kind: 'card', issuer, title: cardTitle } : null;
  const { organisationId } = draft;
  return organisationId && courseTitle
    ? { kind: 'company-course', organisationId, code: code ?? '', title: courseTitle }
    : null;
}
