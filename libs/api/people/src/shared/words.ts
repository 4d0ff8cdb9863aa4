import { dayOfWeek, type EmploymentGroup, type LocalDate, type Role } from '@lms/domain';

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

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-27` as “Fri 27 Nov 2026”. */
export function dateWords(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${DAYS[dayOfWeek(date) - 1]} ${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
