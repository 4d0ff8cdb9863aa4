import { describe, expect, it } from '@jest/globals';
import {
  mayApprove,
  mayGrant,
  organisationsWith,
  PERMISSIONS,
  permissionsOf,
  ROLE_PERMISSIONS,
} from './permissions.js';
import { activeGrants, ROLES, type Grant, type Role } from './roles.js';

const grant = (role: Role, organisationId: string | null = null): Grant => ({
  role,
  organisationId,
  from: '2026-01-01',
  to: null,
});
const of = (...roles: Role[]) => permissionsOf(roles.map((role) => grant(role)));

describe('permissionsOf', () => {
  it('leaves everybody their own', () => {
    expect(of()).toEqual(['self']);
    for (const role of ROLES) expect(of(role)).toContain('self');
  });
  it('adds roles up, each permission once and in order', () => {
    expect(of('trainer', 'author')).toEqual(['self', 'people.read', 'courses.read', 'courses.write', 'record.write']);
    expect(permissionsOf([grant('author')], { lineManager: true })).toEqual([
      'self',
      'people.read',
      'courses.read',
      'courses.write',
      'record.read',
      'assignments.write',
    ]);
  });
  it('lets the auditor write nothing', () => {
    expect(of('auditor').filter((permission) => /write|approve|correct/.test(permission))).toEqual([]);
  });
  it('lets only the People Team approve and grant', () => {
    const who = (permission: (typeof PERMISSIONS)[number]) => ROLES.filter((role) => of(role).includes(permission));
    expect(who('courses.approve')).toEqual(['people-team']);
    expect(who('assignments.decide')).toEqual(['people-team']);
    expect(who('record.correct')).toEqual(['people-team']);
    expect(who('grants.write')).toEqual(['people-team']);
    expect(who('grants.read')).toEqual(['people-team', 'auditor', 'administrator']);
    expect(who('support.write')).toEqual(['administrator']);
    expect(who('cards.write')).toEqual(['people-team', 'coordinator']);
    expect(who('privacy.write')).toEqual(['people-team']);
    expect(who('privacy.read')).toEqual(['people-team', 'auditor']);
    expect(who('audit.read')).toEqual(['people-team', 'auditor', 'administrator']);
    expect(who('packs.make')).toEqual(['people-team', 'coordinator', 'auditor']);
    expect(who('mail.read')).toEqual(['people-team', 'administrator']);
    expect(who('mail.write')).toEqual(['people-team', 'administrator']);
  });
  it('leaves no permission without a role', () => {
    const given = new Set(['self', ...Object.values(ROLE_PERMISSIONS).flat()]);
    expect(PERMISSIONS.filter((permission) => !given.has(permission))).toEqual([]);
  });
});

describe('organisationsWith', () => {
  it('keeps a power where it was given', () => {
    const grants = [
      grant('coordinator', 'org-1'),
      grant('coordinator', 'org-2'),
      grant('coordinator', 'org-1'),
      grant('trainer'),
    ];
    expect(organisationsWith('record.read', grants)).toEqual(['org-1', 'org-2']);
    expect(organisationsWith('record.write', grants)).toBe('all');
    expect(organisationsWith('people.write', grants)).toEqual([]);
  });
});

describe('activeGrants', () => {
  it('counts both days', () => {
    const grants = [
      { from: '2026-11-27', to: '2026-11-27' },
      { from: '2026-11-28', to: null },
      { from: '2026-01-01', to: '2026-11-26' },
      { from: '2026-01-01', to: null },
    ];
    expect(activeGrants(grants, '2026-11-27')).toEqual([grants[0], grants[3]]);
  });
});

describe('mayGrant', () => {
  it('gives no more than is held', () => {
    const gives = (...roles: Role[]) => ROLES.filter((role) => mayGrant(new Set(of(...roles)), role));
    expect(gives('people-team')).toEqual(['people-team', 'author', 'trainer', 'coordinator', 'auditor']);
    expect(gives('administrator')).toEqual(['administrator']);
    expect(gives('people-team', 'administrator')).toEqual([...ROLES]);
    expect(gives('author')).toEqual(['author']);
  });
});

describe('mayApprove', () => {
  it('takes two people', () => {
    expect(mayApprove('a1', 'b2')).toBe(true);
    expect(mayApprove('a1', 'a1')).toBe(false);
    expect(mayApprove('a1', 'A1')).toBe(false);
  });
});
