import type { ActivityKind } from '@lms/contracts';
import type { IconName } from '@lms/web-ui';

/** The sign of each kind of activity, the same where it is added and where it stands in the route. */
export const KIND_ICONS: Readonly<Record<ActivityKind, IconName>> = {
  scorm12: 'package',
  scorm2004: 'package',
  video: 'film',
  document: 'document',
  page: 'words',
  quiz: 'questions',
  survey: 'survey',
  practical: 'assess',
  evidence: 'evidence',
  link: 'link',
  'in-person': 'people',
};
