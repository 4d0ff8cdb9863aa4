import type { EmploymentGroup, RoleName } from './types.js';

/** A person with a part in the demonstration: a fixed name, a place in an organisation, and what they show. */
export interface NamedPerson {
  givenName: string;
  familyName: string;
  /** Key of the organisation. */
  organisation: string;
  level: 1 | 2 | 3 | 4;
  group: EmploymentGroup;
  jobRole: string;
  /** Days from today to the start of the engagement. */
  starts: number;
  /** What the account is in the demo, in words. */
  part: string;
  /** Set where the person signs in with a username and has no e-mail address. */
  username?: string;
  grants: readonly { role: RoleName; organisation?: string }[];
}

const nationalHighways = { organisation: 'national-highways', group: 'office' } as const;

export const namedPeople: readonly NamedPerson[] = [
  {
    ...nationalHighways,
    givenName: 'Helen',
    familyName: 'Marsh',
    level: 3,
    jobRole: 'People Team adviser',
    starts: -1460,
    part: 'People Team',
    grants: [{ role: 'people-team' }],
  },
  {
    ...nationalHighways,
    givenName: 'Daniel',
    familyName: 'Osei',
    level: 3,
    jobRole: 'People Team partner',
    starts: -905,
    part: 'People Team, second approver',
    grants: [{ role: 'people-team' }],
  },
  {
    givenName: 'Priya',
    familyName: 'Nair',
    organisation: 'costain',
    level: 2,
    group: 'manager',
    jobRole: 'Site manager',
    starts: -1702,
    part: 'Line manager',
    grants: [],
  },
  {
    givenName: 'Aisha',
    familyName: 'Karim',
    organisation: 'brackenfell',
    level: 4,
    group: 'site',
    jobRole: 'Traffic operative',
    starts: 7,
    part: 'New starter on site',
    username: 'aisha.karim',
    grants: [],
  },
  {
    givenName: 'Owen',
    familyName: 'Tranter',
    organisation: 'wsp',
    level: 4,
    group: 'office',
    jobRole: 'Graduate engineer',
    starts: -5,
    part: 'New starter in the office',
    grants: [],
  },
  {
    givenName: 'Tom',
    familyName: 'Brackley',
    organisation: 'brackenfell',
    level: 2,
    group: 'manager',
    jobRole: 'Contracts manager',
    starts: -2210,
    part: 'Supplier coordinator',
    grants: [{ role: 'coordinator', organisation: 'brackenfell' }],
  },
  {
    givenName: 'Gareth',
    familyName: 'Pugh',
    organisation: 'costain',
    level: 3,
    group: 'office',
    jobRole: 'Training lead',
    starts: -1233,
    part: 'Trainer and author',
    grants: [{ role: 'trainer' }, { role: 'author' }],
  },
  {
    givenName: 'Kofi',
    familyName: 'Mensah',
    organisation: 'larkstone',
    level: 4,
    group: 'site',
    jobRole: 'General operative',
    starts: -488,
    part: 'Operative at a tier 2 supplier',
    username: 'kofi.mensah',
    grants: [],
  },
  {
    ...nationalHighways,
    givenName: 'Morwenna',
    familyName: 'Hale',
    level: 4,
    jobRole: 'Assurance auditor',
    starts: -760,
    part: 'Auditor',
    grants: [{ role: 'auditor' }],
  },
  {
    ...nationalHighways,
    givenName: 'Ada',
    familyName: 'Lindqvist',
    level: 4,
    jobRole: 'Systems administrator',
    starts: -1090,
    part: 'Administrator',
    grants: [{ role: 'administrator' }, { role: 'people-team' }],
  },
];
