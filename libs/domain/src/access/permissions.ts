import type { Grant, Role } from './roles.js';

/** What a person may do. About whom is another question: the scope of who sees whom answers it. */
export const PERMISSIONS = [
  /** Their own learning, record and account: everyone. */
  'self',
  'people.read',
  'people.write',
  /** Brings in whole files; of what, follows from what else one may do. */
  'imports.write',
  /** Lets people in who have no e-mail address: draws the PIN of their first sign-in. */
  'cards.write',
  /** Who holds which role: all of it in one list. */
  'grants.read',
  'grants.write',
  'organisations.write',
  'courses.read',
  'courses.write',
  /** Publishes courses and paths that somebody else submitted. */
  'courses.approve',
  'paths.write',
  /** Assignment rules and audiences: whom they reach and why. */
  'rules.read',
  'rules.write',
  /** Standing, completions and progress of others. */
  'record.read',
  /** Asks that others learn something; more time, exemptions and leave for those one sees. */
  'assignments.write',
  /** The second person for what reaches many, and for exemptions. */
  'assignments.decide',
  /** Records what was done in person, and takes it back. */
  'record.write',
  /** Keeps everybody's record right: takes back, records anew, says what counts as a course, brings in earlier records. */
  'record.correct',
  /** What was sent to whom. Invitations hold links that let in, so this is not for reading along. */
  'mail.read',
  /** Has a mail sent once more that could not be. */
  'mail.write',
  /** What is done for data protection: who asked, who was erased, who is held. */
  'privacy.read',
  /** Downloads of others' data, erasures, legal holds. */
  'privacy.write',
  /** Who did what, with what it was before. */
  'audit.read',
  /** What was known of a scheme, an organisation or a person at a moment, as one signed file: as far as one sees it. */
  'packs.make',
  /** Helps people who cannot go on: finds them by name, resets what they lost. */
  'support.write',
  'settings.write',
  /** The list of outcomes that courses serve. */
  'outcomes.write',
  /** Takes the anchors of the records: they tell of everybody, though by nothing but numbers. */
  'anchors.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * What each role brings, besides `self`.
 *
 * The auditor reads and changes nothing, and does not see mails for the reason above. The administrator runs the system
 * and has no part in people's learning. Authors write and the People Team approves, never the same person.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'people-team': [
    'people.read',
    'people.write',
    'imports.write',
    'cards.write',
    'grants.read',
    'grants.write',
    'organisations.write',
    'courses.read',
    'courses.write',
    'courses.approve',
    'paths.write',
    'rules.read',
    'rules.write',
    'record.read',
    'assignments.write',
    'assignments.decide',
    'record.write',
    'record.correct',
    'mail.read',
    'mail.write',
    'privacy.read',
    'privacy.write',
    'audit.read',
    'outcomes.write',
    'anchors.read',
    'packs.make',
  ],
  author: ['courses.read', 'courses.write'],
  trainer: ['people.read', 'courses.read', 'record.write'],
  coordinator: [
    'people.read',
    'imports.write',
    'cards.write',
    'courses.read',
    'record.read',
    'assignments.write',
    'packs.make',
  ],
  auditor: [
    'people.read',
    'grants.read',
    'courses.read',
    'rules.read',
    'record.read',
    'privacy.read',
    'audit.read',
    'anchors.read',
    'packs.make',
  ],
  administrator: [
    'grants.read',
    'mail.read',
    'mail.write',
    'support.write',
    'audit.read',
    'settings.write',
    'outcomes.write',
    'anchors.read',
  ],
};

/** What comes with having people report to one; it is not granted but follows from engagements. */
export const LINE_MANAGER_PERMISSIONS: readonly Permission[] = ['people.read', 'record.read', 'assignments.write'];

/** All permissions of a person whose grants count today, in the order of `PERMISSIONS`. */
export const permissionsOf = (
  grants: readonly Pick<Grant, 'role'>[],
  { lineManager = false }: { readonly lineManager?: boolean } = {},
): Permission[] => {
  const held = new Set<Permission>(['self', ...(lineManager ? LINE_MANAGER_PERMISSIONS : [])]);
  for (const { role } of grants) for (const permission of ROLE_PERMISSIONS[role]) held.add(permission);
  return PERMISSIONS.filter((permission) => held.has(permission));
};

/**
 * For which organisations the grants bring a permission: `all`, or ids (each with the tiers below it). A grant for one
 * organisation must not widen a power that comes from another grant, so a use case that writes asks this.
 */
export const organisationsWith = (
  permission: Permission,
  grants: readonly Pick<Grant, 'role' | 'organisationId'>[],
): 'all' | string[] => {
  const bringing = grants.filter(({ role }) => ROLE_PERMISSIONS[role].includes(permission));
  if (bringing.some(({ organisationId }) => organisationId === null)) return 'all';
  return [...new Set(bringing.flatMap(({ organisationId }) => organisationId ?? []))];
};

/** Nobody gives more than they hold: every permission of the role is one of theirs. */
export const mayGrant = (held: ReadonlySet<Permission>, role: Role): boolean =>
  ROLE_PERMISSIONS[role].every((permission) => held.has(permission));

/** Nobody approves their own: ids of the person who submitted and of the one who would approve. */
export const mayApprove = (author: string, approver: string): boolean =>
  author.toLowerCase() !== approver.toLowerCase();
