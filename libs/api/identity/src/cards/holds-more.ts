import { type Permission, permissionsOf, type Role } from '@lms/domain';

/**
 * Whether somebody's roles open what the asker's do not: then the asker draws no PIN for them, because whoever holds a
 * card can use it. Coordinators make cards for people without any role.
 */
export function holdsMore(
  asker: ReadonlySet<Permission>,
  roles: readonly Role[],
  { everywhere }: { /** The asker's powers reach the whole Alliance. */ everywhere: boolean },
): boolean {
  if (roles.length === 0) return false;
  if (!everywhere) return true;
  return permissionsOf(roles.map((role) => ({ role }))).some((permission) => !asker.has(permission));
}
