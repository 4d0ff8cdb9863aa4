/** The kinds that facts, contracts and columns name, each in one place. The order is the order on screens. */

export const ORGANISATION_KINDS = ['client', 'partner', 'supplier'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const EMPLOYMENT_GROUPS = ['office', 'site', 'driver', 'supervisor', 'manager'] as const;
export type EmploymentGroup = (typeof EMPLOYMENT_GROUPS)[number];

export const ACTIVITY_KINDS = [
  'scorm12',
  'scorm2004',
  'video',
  'document',
  'page',
  'quiz',
  'survey',
  'practical',
  'evidence',
  'link',
  'in-person',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Of course versions and path versions; `draft` and `in-review` are open, `published` never changes again. */
export const VERSION_STATES = ['draft', 'in-review', 'published', 'retired'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const PATH_KINDS = ['onboarding', 'role', 'refresher', 'offboarding'] as const;
export type PathKind = (typeof PATH_KINDS)[number];
