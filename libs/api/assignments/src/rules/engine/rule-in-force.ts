import type { Tx } from '@lms/api-platform';
import type { Path } from '@lms/contracts';
import type { AudiencePredicate, DuePolicy, LocalDate } from '@lms/domain';

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
  effectiveOn: LocalDate;
}

export const ENGINE_VERSION = `v.id, v.rule_id as "ruleId", v.predicate, v.course_id as "courseId", v.path_id as "pathId",
  (select p.kind from learning_path p where p.id = v.path_id) as "pathKind", v.due,
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
