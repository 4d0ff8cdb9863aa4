import type { Tx } from '@lms/api-platform';
import type { Path } from '@lms/contracts';
import type { AudiencePredicate, DuePolicy, LocalDate, RuleRecurrence } from '@lms/domain';

/** What the engine needs to know of a version. */
export interface EngineVersion {
  id: string;
  ruleId: string;
  predicate: AudiencePredicate;
  courseId: string | null;
  pathId: string | null;
  /** What the path is for. */
  pathKind: Path['kind'] | null;
  due: DuePolicy;
  recurrence: RuleRecurrence;
  effectiveOn: LocalDate;
}

export const ENGINE_VERSION = `v.id, v.rule_id as "ruleId", v.predicate, v.course_id as "courseId", v.path_id as "pathId",
  (select p.kind from learning_path p where p.id = v.path_id) as "pathKind", v.due, v.recurrence,
  v.effective_on::text as "effectiveOn"`;

/** The versions that give something on a day: of all rules, or of one. */
export async function rulesInForce(tx: Tx, today: LocalDate, ruleId: string | null): Promise<EngineVersion[]> {
  const versions: EngineVersion[] = await tx.query(
    `select ${ENGINE_VERSION} from rule_version v
     where v.state = 'active' and v.effective_on <= $1 and (v.ends_on is null or v.ends_on >= $1)
       and ($2::uuid is null or v.rule_id = $2)
     order by v.id`,
    [today, ruleId],
  );
  return versions;
}

/** Of one rule, also the versions of others that give a path that it gives or gave: they go on with whom it leaves. */
export async function rulesOfSamePaths(
  tx: Tx,
  today: LocalDate,
  ruleId: string | null,
  own: EngineVersion[],
): Promise<EngineVersion[]> {
  if (ruleId === null) return own;
  const others: EngineVersion[] = await tx.query(
    `select ${ENGINE_VERSION} from rule_version v
     where v.state = 'active' and v.effective_on <= $1 and (v.ends_on is null or v.ends_on >= $1) and v.rule_id <> $2
       and v.path_id in (select path_id from rule_version where rule_id = $2)
     order by v.id`,
    [today, ruleId],
  );
  return [...own, ...others];
}
