import type { GrantItem, GrantQuery } from '@lms/contracts';

export interface GrantGroup {
  key: string;
  grants: GrantItem[];
}

/** One group a role or an organisation, in the order in which they are met; by person they stay one list. */
export function groupGrants(grants: readonly GrantItem[], by: GrantQuery['by']): GrantGroup[] {
  const keyOf = ({ role, organisationName }: GrantItem): string =>
    by === 'role' ? role : by === 'organisation' ? (organisationName ?? '') : '';
  // While another order is fetched the rows still come in the old one: a group is not told twice.
  const groups = new Map<string, GrantItem[]>();
  for (const grant of grants) groups.set(keyOf(grant), [...(groups.get(keyOf(grant)) ?? []), grant]);
  return [...groups].map(([key, together]) => ({ key, grants: together }));
}
