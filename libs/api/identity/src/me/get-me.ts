import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Sql } from '@lms/api-platform';
import type { Me } from '@lms/contracts';
import { permissionsOf, type Role } from '@lms/domain';
import { IS_LINE_MANAGER } from '../actors/actor.sql.js';
import { ActorOfClaims } from '../actors/actor-of-claims.js';
import { PRIVACY_NOTICE } from './privacy-notice.js';

type MeRow = Omit<Me, 'today' | 'permissions' | 'privacyNotice' | 'gate' | 'impersonation'> & { accepted: boolean };

const ME = `
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, coalesce(p.known_as, p.given_name) as "knownAs",
    coalesce((
      select json_agg(json_build_object('role', g.role, 'organisationName', o.name) order by g.role, o.name)
      from role_grant g left join organisation o on o.id = g.organisation_id left join engagement ge on ge.id = g.engagement_id
      where g.person_id = p.id and g.starts_on <= $2 and (g.ends_on is null or g.ends_on >= $2)
        and (ge.id is null or ge.ends_on is null or ge.ends_on >= $2)
    ), '[]') as roles,
    o.short_name as "organisationName", e.job_role as "jobRole",
    ${IS_LINE_MANAGER('p.id', '$2')} as "hasReports",
    exists (select from privacy_acceptance a where a.person_id = p.id and a.notice_version = $3) as accepted,
    exists (select from password w where w.must_change and w.person_id = any (persons_as(p.id))) as "mustChangePassword"
  from person p
  left join lateral (
    select * from engagement e where e.person_id = p.id and (e.ends_on is null or e.ends_on >= $2) order by e.starts_on limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id
  where p.id = $1`;

@Injectable()
export class GetMe {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly actorOf: ActorOfClaims,
  ) {}

  async run(
    { personId, sessionId }: { personId: string; sessionId: string },
    looking: Actor['impersonation'] = null,
  ): Promise<Me> {
    const today = this.clock.today();
    const [actor, row] = await Promise.all([
      // Whoever looks through these eyes passes no gates.
      looking ? null : this.actorOf.run({ sub: personId, sid: sessionId }, 'cookie'),
      this.sql.row<MeRow>('me', ME, [personId, today, PRIVACY_NOTICE.version]),
    ]);
    if (!row) throw new Error('A session belongs to nobody');
    const { accepted, ...me } = row;
    const grants = row.roles.map(({ role }) => ({ role: role as Role }));
    const permissions = permissionsOf(grants, { lineManager: row.hasReports });
    const gate = actor?.gate ?? null;
    const impersonation = looking ? { endsAt: looking.endsAt.toISOString() } : null;
    return {
      ...me,
      gate,
      impersonation,
      today,
      permissions,
      privacyNotice: { version: PRIVACY_NOTICE.version, accepted },
    };
  }
}
