import { Sql } from '@lms/api-platform';
import type { EmploymentGroup, OrganisationKind, PathKind } from '@lms/domain';
import { Injectable } from '@nestjs/common';

export interface GivenPath {
  pathVersionId: string;
  pathId: string;
  kind: PathKind;
  code: string;
  title: string;
  sequential: boolean;
  /** How many days before its first day it can be begun. */
  openDays: number;
  /** In order. */
  stages: {
    id: string;
    title: string;
    dayOffset: number;
    steps: { id: string; courseId: string | null; optional: boolean }[];
  }[];
}

/** An empty list in the audience means any, as in the domain's `matchesAudience`. */
const GIVEN = `
  select v.id as "pathVersionId", l.id as "pathId", l.kind, l.code, l.title, v.sequential, v.open_days as "openDays", (
    select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'dayOffset', s.day_offset, 'steps', (
      select coalesce(json_agg(json_build_object('id', t.id, 'courseId', t.course_id, 'optional', t.optional)
        order by t.position), '[]')
      from path_step t where t.stage_id = s.id
    )) order by s.position), '[]')
    from path_stage s where s.path_version_id = v.id
  ) as stages
  from path_version v join learning_path l on l.id = v.path_id
  where v.state = 'published'
    and (coalesce(v.audience -> 'organisationKinds', '[]') in ('[]', 'null')
      or v.audience -> 'organisationKinds' ? $1)
    and (coalesce(v.audience -> 'employmentGroups', '[]') in ('[]', 'null')
      or v.audience -> 'employmentGroups' ? $2)
  order by lower(l.title), l.id`;

@Injectable()
export class GivenPaths {
  constructor(private readonly sql: Sql) {}

  to(engagement: { organisationKind: OrganisationKind; employmentGroup: EmploymentGroup }): Promise<GivenPath[]> {
    return this.sql.rows('given-paths', GIVEN, [engagement.organisationKind, engagement.employmentGroup]);
  }
}
