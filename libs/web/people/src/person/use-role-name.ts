import type { RoleGrant } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';

/** "Trainer", "Coordinator of Dunmarsh Surfacing" */
export function useRoleName() {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  return ({ role, organisationName }: Pick<RoleGrant, 'role' | 'organisationName'>): string =>
    organisationName
      ? t('roles.of', { role: common(`role.${role}`), organisation: organisationName })
      : common(`role.${role}`);
}
