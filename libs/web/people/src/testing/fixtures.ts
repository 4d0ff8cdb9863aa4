import type { Engagement, Person } from '@lms/contracts';

/** People as the API tells of them, for tests. */
export const engagement: Engagement = {
  id: 'e1',
  version: 2,
  organisationId: 'o1',
  organisationName: 'Brackenfell Traffic Management',
  employeeNumber: 'BTM-114',
  jobRole: 'Traffic operative',
  employmentGroup: 'site',
  schemes: [{ id: 's1', name: 'M40/M42 Interchange' }],
  tags: ['night shift'],
  lineManagerId: 'p2',
  lineManagerName: 'Kwame Mensah',
  workEmail: null,
  startsOn: '2026-11-30',
  endsOn: null,
};

export const person: Person = {
  id: 'p1',
  version: 3,
  givenName: 'Aisha',
  familyName: 'Karim',
  knownAs: null,
  name: 'Aisha Karim',
  contactEmail: 'aisha@example.org',
  phone: null,
  refusedAddresses: [],
  held: false,
  status: 'planned',
  engagements: [engagement],
  grants: [],
  account: { signInName: 'aisha@example.org', hasPassword: false, pinUntil: null, invitedAt: null, lastSignInAt: null },
};
