import type { Engagement, Organisation, Person, RoleGrant } from '@lms/contracts';

export const speakers = ['nobody'] as const;
export const statuses = ['current', 'planned', 'left'] as const satisfies readonly Person['status'][];
export const groups = [
  'office',
  'site',
  'driver',
  'supervisor',
  'manager',
] as const satisfies readonly Engagement['employmentGroup'][];
export const kinds = ['client', 'partner', 'supplier'] as const satisfies readonly Organisation['kind'][];
export const roles = [
  'coordinator',
  'trainer',
  'author',
  'auditor',
  'people-team',
  'administrator',
] as const satisfies readonly RoleGrant['role'][];

/** The entry of a list that an address or a stored row names, if it is one of ours. */
export const oneOf = <T extends string>(list: readonly T[], value: string | null | undefined): T | undefined =>
  list.find((entry) => entry === value);
