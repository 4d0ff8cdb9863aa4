import type { SavePathVersionRequest } from '@lms/contracts';
import { orList, type PathT } from './words.js';

/** The audience in words: groups and kinds of organisations, each "a or b", or any. */
export function audienceWords({ employmentGroups, organisationKinds }: SavePathVersionRequest['audience'], t: PathT) {
  return {
    groups:
      employmentGroups.length > 0
        ? orList(employmentGroups.map((group) => t(`audience.group.${group}`)))
        : t('audience.anyGroup'),
    kinds:
      organisationKinds.length > 0
        ? orList(organisationKinds.map((kind) => t(`audience.kind.${kind}`)))
        : t('audience.anyKind'),
  };
}
