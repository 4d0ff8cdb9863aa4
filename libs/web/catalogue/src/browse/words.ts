import type { CatalogueKind, CatalogueLength, CatalogueValidity, Standing } from '@lms/contracts';
import { browseTexts } from '../texts/browse.js';
import type { FacetName } from './filter-params.js';

const kinds = {
  lesson: 'kind.lesson',
  video: 'kind.video',
  document: 'kind.document',
  page: 'kind.page',
  quiz: 'kind.quiz',
  survey: 'kind.survey',
  practical: 'kind.practical',
  evidence: 'kind.evidence',
  link: 'kind.link',
  'in-person': 'kind.inPerson',
} as const satisfies Record<CatalogueKind, string>;

const lengths = {
  'to-15': 'length.to15',
  'to-30': 'length.to30',
  'to-60': 'length.to60',
  longer: 'length.longer',
} as const satisfies Record<CatalogueLength, string>;

const validities = {
  'to-12': 'validity.to12',
  'to-24': 'validity.to24',
  longer: 'validity.longer',
  life: 'validity.life',
} as const satisfies Record<CatalogueValidity, string>;

const standings = {
  exempt: 'standing.exempt',
  expired: 'standing.expired',
  overdue: 'standing.overdue',
  expiring: 'standing.expiring',
  valid: 'standing.valid',
  'in progress': 'standing.inProgress',
  'not started': 'standing.notStarted',
  'not required': 'standing.notRequired',
} as const satisfies Record<Standing, string>;

/** The key of a standing's name. */
export const standingKey = (standing: Standing) => standings[standing];

/** "Lesson", "In person" */
export const kindText = (kind: CatalogueKind): string => browseTexts.t(kinds[kind]);

type Values<T> = T[keyof T];
type ValueKey = Values<typeof kinds> | Values<typeof lengths> | Values<typeof validities>;
const named: Partial<Record<FacetName, Readonly<Record<string, ValueKey>>>> = {
  kind: kinds,
  length: lengths,
  validity: validities,
};

/** What a value of a facet is called; topics and outcomes are names already. */
export function facetText(facet: FacetName, value: string): string {
  const key = named[facet]?.[value];
  return key === undefined ? value : browseTexts.t(key);
}
