import type { CatalogueCourse, CatalogueItem, CataloguePage } from '@lms/contracts';
import { id } from '../../testing/fixtures.js';

export const item = (n: number, title: string, facts: Partial<CatalogueItem> = {}): CatalogueItem => ({
  courseId: id(n),
  code: `C${n}`,
  title: [{ text: title, hit: false }],
  summary: [],
  found: null,
  topics: [],
  kinds: ['lesson'],
  minutes: 30,
  validityMonths: null,
  standing: null,
  selfEnrolment: false,
  saved: false,
  ...facts,
});

export const page = (items: CatalogueItem[], facts: Partial<CataloguePage> = {}): CataloguePage => ({
  items,
  nextCursor: null,
  total: items.length,
  facets: { topic: [], kind: [], length: [], outcome: [], validity: [] },
  didYouMean: null,
  ...facts,
});

export const course = (facts: Partial<CatalogueCourse> = {}): CatalogueCourse => ({
  courseId: id(1),
  code: 'LEAN',
  title: 'Lean and HELMA',
  summary: 'How work flows.',
  topics: ['Improvement'],
  outcome: null,
  minutes: 30,
  validityMonths: 24,
  activities: [{ title: 'The lesson', kind: 'lesson', minutes: 30 }],
  standing: null,
  dueOn: null,
  opensOn: null,
  completedOn: null,
  validUntil: null,
  mine: false,
  reasons: [],
  mayEnrol: true,
  mayWithdraw: false,
  saved: false,
  ...facts,
});
