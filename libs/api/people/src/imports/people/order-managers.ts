import type { GivenImport } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { liveSql } from '../../shared/sql-text.js';
import { circularEdges, type Edge } from './circular-edges.js';

interface PlannedLine {
  n: number;
  /** The person, or for somebody new what their row is about. */
  from: string;
  identity: string;
  outcome: string;
  manager: string;
  managerPersonId: string | null;
  /** The row of the line manager, where they are in the file. */
  managerRow: { n: number; outcome: string } | null;
}

const LINES = `
  select r.n, coalesce(r.plan ->> 'personId', r.identity) as "from", r.identity, r.outcome, r.plan ->> 'manager' as manager,
    (select who_is(e.person_id) from engagement e where e.organisation_id = split_part(r.plan ->> 'manager', '|', 1)::uuid
      and lower(e.employee_number) = split_part(r.plan ->> 'manager', '|', 2)) as "managerPersonId",
    (select json_build_object('n', m.n, 'outcome', m.outcome) from import_row m
      where m.import_id = r.import_id and m.identity = r.plan ->> 'manager' order by m.n limit 1) as "managerRow"
  from import_row r
  where r.import_id = $1 and r.outcome in ('new', 'change') and r.plan ->> 'manager' is not null`;
const STANDING = `
  select e.person_id as "from", e.line_manager_id as "to" from engagement e
  where e.line_manager_id is not null and ${liveSql('e', '$2')}
    and not exists (select from import_row r where r.import_id = $1 and r.plan ->> 'engagementId' = e.id::text and r.plan ? 'manager')`;
const MARK = `
  update import_row r set wave = m.wave, outcome = coalesce(m.outcome, r.outcome), plan = case when m.outcome is null then r.plan end,
    messages = case when m.message is null then r.messages
      else r.messages || jsonb_build_array(jsonb_build_object('column', 'lineManager', 'message', m.message)) end
  from jsonb_to_recordset($2::jsonb) m(n int, wave int, outcome text, message text) where r.import_id = $1 and r.n = m.n`;

interface Mark {
  n: number;
  wave: number;
  outcome: 'faulty' | null;
  message: string | null;
}

/**
 * Line managers who are in the file are written before those who report to them; and nobody may come to report to themselves,
 * by this file together with what stands.
 */
export async function orderManagers(tx: Tx, { importId, today }: GivenImport): Promise<void> {
  const lines: PlannedLine[] = await tx.query(LINES, [importId]);
  if (lines.length === 0) return;
  const standing: Edge[] = await tx.query(STANDING, [importId, today]);
  const planned = lines.map((line) => ({ from: line.from, to: line.managerPersonId ?? line.manager }));
  const circular = circularEdges([...standing, ...planned]);
  const waves = wavesOf(lines);
  const marks = lines.map((line, at): Mark => {
    const edge = planned[at];
    if (edge && circular.has(`${edge.from} ${edge.to}`))
      return wrong(line, 'With this, somebody would report to themselves through others.');
    if (!line.managerPersonId && line.managerRow?.outcome === 'faulty') {
      return wrong(line, `Row ${line.managerRow.n}, which is about the line manager, cannot be used.`);
    }
    return { n: line.n, wave: waves.get(line.identity) ?? 0, outcome: null, message: null };
  });
  await tx.query(MARK, [importId, JSON.stringify(marks)]);
}

const wrong = ({ n }: PlannedLine, message: string): Mark => ({ n, wave: 0, outcome: 'faulty', message });

/** How many new line managers stand above each row; circles were told of otherwise. */
function wavesOf(lines: readonly PlannedLine[]): Map<string, number> {
  const above = new Map(
    lines.filter(({ managerPersonId }) => !managerPersonId).map(({ identity, manager }) => [identity, manager]),
  );
  const waves = new Map<string, number>();
  for (const identity of above.keys()) {
    const way: string[] = [];
    let at: string | undefined = identity;
    while (at !== undefined && !waves.has(at) && !way.includes(at)) {
      way.push(at);
      at = above.get(at);
    }
    let wave = at === undefined ? -1 : (waves.get(at) ?? 0);
    for (const one of way.reverse()) waves.set(one, (wave += 1));
  }
  return waves;
}
