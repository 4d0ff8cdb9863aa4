import type { EmploymentGroup, Role } from '@lms/domain';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'people-team': 'People Team',
  author: 'Author',
  trainer: 'Trainer',
  coordinator: 'Coordinator',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

export const GROUP_WORDS: Readonly<Record<EmploymentGroup, string>> = {
  office: 'Office',
  site: 'Site',
  driver: 'Driver',
  supervisor: 'Supervisor',
  manager: 'Manager',
};
