const name = (id: string): string =>
  `(select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = ${id})`;
const instant = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const RUN_JSON = `json_build_object('id', r.id, 'kind', r.kind, 'done', r.done, 'total', r.total, 'given', r.given,
  'ended', r.ended, 'requestedAt', ${instant('r.requested_at')}, 'doneAt', ${instant('r.done_at')})`;

/** The contract's rule versions but for the words, of the rows called `v`; $1 is today. */
export const VERSION_COLUMNS = `
  v.id, v.version, v.rule_id as "ruleId", v.number, v.state, v.audience_id as "audienceId",
  (select a.name from audience a where a.id = v.audience_id) as "audienceName", v.predicate, v.course_id as "courseId",
  v.path_id as "pathId", (select l.kind from learning_path l where l.id = v.path_id) as "pathKind", v.due, v.recurrence, v.effective_on::text as "effectiveOn", v.ends_on::text as "endsOn",
  ${name('v.created_by')} as "createdByName", v.proposed_by as "proposedById", ${name('v.proposed_by')} as "proposedByName",
  ${instant('v.proposed_at')} as "proposedAt", ${name('v.approved_by')} as "approvedByName",
  ${instant('v.approved_at')} as "approvedAt", v.returned_reason as "returnedReason",
  coalesce(v.preview_id, (select p.id from rule_preview p where p.rule_version_id = v.id and p.seen = v.version
    order by p.made_at desc limit 1)) as "previewId",
  ${name('v.applied_by')} as "appliedByName", ${instant('v.applied_at')} as "appliedAt",
  v.superseded_by is not null and v.ends_on < $1::date as superseded, v.ended_reason as "endedReason",
  case when v.path_id is not null
    then (select count(distinct n.person_id)::int from path_enrolment n where n.rule_version_id = v.id and n.state = 'open')
    else (select count(distinct a.person_id)::int from assignment_reason k join assignment a on a.id = k.assignment_id
      where k.rule_version_id = v.id and k.kind = 'rule' and k.ended_at is null) end as people,
  (select ${RUN_JSON} from rule_run r where r.rule_version_id = v.id order by r.requested_at desc limit 1) as run`;
