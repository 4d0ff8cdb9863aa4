import type { ListFileItem } from '@lms/contracts';

/** What each list that can be had as a file is called. */
export const LIST_WORDS = {
  matrix: 'Matrix',
  overdue: 'Overdue and expired',
  people: 'People',
  audit: 'Audit log',
  evidence: 'Evidence to check',
  'evidence-sent': 'Evidence sent for others',
  requests: 'Requests',
  decisions: 'Requests to decide',
  courses: 'Courses',
  rules: 'Rules',
  equivalences: 'Equivalences',
  organisations: 'Organisations',
  crew: 'Crew',
  team: 'Team',
  cards: 'People without an e-mail address',
  mails: 'Outbox',
  roles: 'Roles',
  imports: 'Imports',
  'audit-pack': 'Audit pack',
} as const satisfies Record<ListFileItem['list'], string>;
