import type { AssessmentSheet, EvidenceItem, EvidenceSheet, EvidenceStatus, OpenedActivity } from '@lms/contracts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const items = [
  { id: id(11), text: 'Checks the locator', critical: true },
  { id: id(12), text: 'Marks the ground', critical: false },
];

export const sheet = (given: Partial<AssessmentSheet> = {}): AssessmentSheet => ({
  id: id(1),
  personId: id(2),
  name: 'Kofi Mensah',
  organisationName: 'Larkstone Labour',
  jobRole: 'General operative',
  courseTitle: 'Service avoidance',
  activityTitle: 'In the field',
  settings: { kind: 'practical', instructions: 'Bring the plans.', items, photos: true },
  askedNote: 'By the east gate',
  assessorName: 'Aisha Karim',
  version: 1,
  results: [],
  note: '',
  photos: [],
  signed: null,
  closed: false,
  ...given,
});

export const evidenceItem = (given: Partial<EvidenceItem> = {}): EvidenceItem => ({
  id: id(5),
  state: 'waiting',
  issuer: 'CITB',
  number: '118',
  issuedOn: '2026-01-10',
  expiresOn: '2028-01-09',
  file: null,
  submittedAt: '2026-11-20T09:00:00.000Z',
  submittedByName: 'Kofi Mensah',
  check: null,
  ...given,
});

const settings = {
  kind: 'evidence',
  instructions: 'The whole card.',
  issuers: ['CITB', 'Lantra'],
  numberNeeded: true,
  expiry: 'needed',
  fileNeeded: false,
} as const;

export const evidenceStatus = (given: Partial<EvidenceStatus> = {}): EvidenceStatus => ({
  personId: id(2),
  name: 'Kofi Mensah',
  activityId: id(6),
  activityTitle: 'Your card',
  courseId: id(7),
  courseTitle: 'NRSWA',
  settings: { ...settings, issuers: [...settings.issuers] },
  validityMonths: 60,
  items: [],
  done: false,
  courseDone: false,
  ...given,
});

export const evidenceSheet = (given: Partial<EvidenceSheet> = {}): EvidenceSheet => ({
  personId: id(2),
  name: 'Kofi Mensah',
  organisationName: 'Larkstone Labour',
  jobRole: 'General operative',
  activityTitle: 'Your card',
  courseTitle: 'NRSWA',
  settings: { ...settings, issuers: [...settings.issuers] },
  validityMonths: 60,
  item: evidenceItem(),
  canCheck: true,
  ...given,
});

export const opened = (kind: 'practical' | 'evidence', given: Partial<OpenedActivity> = {}): OpenedActivity =>
  ({
    attemptId: id(8),
    activityId: id(6),
    courseId: id(7),
    courseTitle: 'Service avoidance',
    kind,
    title: 'In the field',
    settings:
      kind === 'practical'
        ? { kind, instructions: 'Bring the plans.', items, photos: true }
        : { ...settings, issuers: [...settings.issuers] },
    done: false,
    doneAt: null,
    ...given,
  }) as OpenedActivity;
