import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { Launch, PreviewedActivity } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { DescribeOpened } from '../player/describe-opened.js';
import { ACTIVITY_CONTENT, type MyActivity } from '../player/my-activity.js';
import { scoState } from '../player/sco-state.js';

type Row = MyActivity & Pick<PreviewedActivity, 'completionRule' | 'signers'> & { learnerName: string };

/** Any activity, given to nobody. $1 person, $2 activity. */
const ACTIVITY = `
  select ${ACTIVITY_CONTENT}, null as "opensOn", a.completion_rule as "completionRule",
    (select concat_ws(', ', w.family_name, w.given_name) from person w where w.id = $1) as "learnerName",
    case when a.kind = 'practical' then jsonb_build_object('trainers', a.settings -> 'assessors' -> 'trainers',
      'lineManagers', a.settings -> 'assessors' -> 'lineManagers', 'named', (
        select coalesce(jsonb_agg(concat_ws(' ', p.given_name, p.family_name) order by p.given_name, p.family_name), '[]')
        from jsonb_array_elements_text(a.settings -> 'assessors' -> 'personIds') i
        join person p on p.id = i::uuid and p.erased_at is null)) end as signers
  from activity a
  join course_version v on v.id = a.course_version_id
  join course c on c.id = v.course_id
  left join content_package p on p.id = a.package_id
  where a.id = $2`;

/** A content host of its own: what a package keeps in the browser while it is previewed never meets real learning. */
const HOST = 'preview ';

/**
 * Opens an activity as a learner would see it, and writes nothing: no attempt, no launch. The ids are made up and the
 * commit token fits no launch, so that whatever is sent with them is refused.
 */
@Injectable()
export class PreviewActivity {
  constructor(
    private readonly sql: Sql,
    private readonly opened: DescribeOpened,
  ) {}

  async run(ctx: Ctx, activityId: string): Promise<PreviewedActivity> {
    const { personId } = ctx.actor;
    const activity = await this.sql.row<Row>('preview-activity', ACTIVITY, [personId, activityId]);
    if (!activity) throw new NotFound();
    const { completionRule, signers, learnerName, ...content } = activity;
    const attempt = { id: uuid(), state: 'open', doneAt: null };
    return {
      opened: this.opened.of(personId, content, attempt, HOST),
      launch: launchOf(attempt.id, { id: personId, name: learnerName }, content),
      completionRule,
      signers,
    };
  }
}

function launchOf(attemptId: string, learner: Launch['learner'], { kind, scos }: MyActivity): Launch {
  const standard = kind === 'scorm12' ? 'scorm12' : 'scorm2004';
  return {
    launchId: uuid(),
    attemptId,
    number: 1,
    commitToken: 'preview-nothing-is-kept',
    learner,
    states: (scos ?? []).map((sco) => scoState(standard, sco, undefined)),
    covered: [],
    position: 0,
  };
}
