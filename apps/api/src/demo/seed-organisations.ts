import type { Alliance, DemoEngagement } from '@lms/demo';
import type { ClientBase } from 'pg';
import { insertRows } from './insert-rows.js';
import type { Moments } from './moments.js';

/** Organisations, schemes, people, their engagements and what they may do. */
export async function seedOrganisations(client: ClientBase, alliance: Alliance, moments: Moments): Promise<void> {
  const { organisations, schemes, people, engagements, grants } = alliance;
  await insertRows(
    client,
    'organisation',
    organisations.map((o) => ({
      id: o.id,
      version: 1,
      kind: o.kind,
      name: o.name,
      short_name: o.shortName,
      parent_id: o.parentId,
      sponsor_id: o.sponsorId,
      created_at: moments.goLive,
    })),
  );
  await insertRows(
    client,
    'scheme',
    schemes.map((s) => ({
      id: s.id,
      version: 1,
      code: s.code,
      name: s.name,
      starts_on: s.startsOn,
      ends_on: s.endsOn,
      created_at: moments.goLive,
    })),
  );
  const known = firstEntered(engagements, moments);
  await insertRows(
    client,
    'person',
    people.map((p) => ({
      id: p.id,
      version: 1,
      given_name: p.givenName,
      family_name: p.familyName,
      known_as: p.knownAs,
      contact_email: p.contactEmail,
      phone: p.phone,
      created_at: known.get(p.id) ?? moments.goLive,
    })),
  );
  await insertRows(
    client,
    'engagement',
    engagements.map((e) => engagementRow(e, moments)),
  );
  await insertRows(
    client,
    'role_grant',
    grants.map((g) => ({
      id: g.id,
      version: 1,
      person_id: g.personId,
      role: g.role,
      organisation_id: g.organisationId,
      starts_on: g.startsOn,
      ends_on: g.endsOn,
      created_at: moments.goLive,
    })),
  );
}

const engagementRow = (e: DemoEngagement, moments: Moments) => ({
  id: e.id,
  version: 1,
  person_id: e.personId,
  organisation_id: e.organisationId,
  employee_number: e.employeeNumber,
  job_role: e.jobRole,
  employment_group: e.employmentGroup,
  scheme_ids: e.schemeIds,
  line_manager_id: e.lineManagerId,
  work_email: e.workEmail,
  starts_on: e.startsOn,
  ends_on: e.endsOn,
  created_at: moments.entered(e),
});

function firstEntered(engagements: readonly DemoEngagement[], moments: Moments): Map<string, string> {
  const first = new Map<string, string>();
  for (const engagement of engagements) {
    const at = moments.entered(engagement);
    const known = first.get(engagement.personId);
    if (known === undefined || at < known) first.set(engagement.personId, at);
  }
  return first;
}
