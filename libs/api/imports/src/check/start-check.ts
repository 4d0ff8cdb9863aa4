import { changeOf, type Ctx, Invalid, Jobs, type ProblemField, Transactions } from '@lms/api-platform';
import type { CheckImportRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import type { ImportedKind } from '../kinds/imported-kind.js';
import { lockSeen } from '../read/seen-import.js';
import { notNow } from '../rows/choose-row.js';

const CLEAR_ROWS = `
  update import_row set identity = null, outcome = null, messages = '[]', diff = '[]', likely = '[]', plan = null,
    selected = true, wave = 0, result = null, note = null
  where import_id = $1 and result is distinct from 'applied' and outcome is not null`;

/** Says which column is which; the rows are checked with that by a job. Can be said again, also after rows were applied. */
@Injectable()
export class StartCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly kinds: ImportKinds,
    private readonly jobs: Jobs,
  ) {}

  async run(ctx: Ctx, id: string, { mapping, common, options }: CheckImportRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { kind, state, headings } = await lockSeen(tx, ctx, this.kinds, id);
      if (!['columns', 'checked', 'applied'].includes(state)) throw notNow();
      const problems = mappingProblems(this.kinds.allowed(ctx, kind), { mapping, common, places: headings.length });
      if (options.leaversEndOn && options.leaversEndOn > ctx.today) {
        problems.push({ path: 'leaversEndOn', message: 'Nobody can be missed on a day that has not come yet.' });
      }
      if (problems.length > 0) throw new Invalid(problems);
      await tx.query(
        `delete from import_row where import_id = $1 and outcome = 'leaving' and result is distinct from 'applied'`,
        [id],
      );
      await tx.query(CLEAR_ROWS, [id]);
      await tx.query(
        `update import set state = 'checking', mapping = $2, options = $3, refusal = null, step = 0, after_n = 0, done = 0, todo = total,
           engaged = null, failures = 0, moved_at = $4 where id = $1`,
        [id, JSON.stringify(mapping), JSON.stringify({ ...options, common }), ctx.now],
      );
      await this.jobs.send(tx, 'imports', { id });
    });
  }
}

interface Named {
  mapping: Readonly<Record<string, number>>;
  /** What all rows have, by the key of a column. */
  common: Readonly<Record<string, string>>;
  /** How many columns the file has. */
  places: number;
}

function mappingProblems({ columns }: ImportedKind, { mapping, common, places }: Named): ProblemField[] {
  const problems: ProblemField[] = [];
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const there = (key: string) => mapping[key] !== undefined || common[key] !== undefined;
  for (const [key, place] of Object.entries(mapping)) {
    if (!byKey.has(key) || place >= places) problems.push({ path: key, message: 'Choose a column of the file.' });
  }
  for (const key of Object.keys(common)) {
    if (!byKey.get(key)?.common) problems.push({ path: key, message: 'This differs from row to row.' });
  }
  const missing = columns.filter(({ key, needed }) => needed === 'yes' && !there(key));
  problems.push(
    ...missing.map(({ key, heading }) => ({
      path: key,
      message: `Say which column has the ${heading.toLowerCase()}.`,
    })),
  );
  const oneOf = columns.filter(({ needed }) => needed === 'one');
  if (oneOf.length > 0 && !oneOf.some(({ key }) => there(key))) {
    const [first] = oneOf;
    const names = oneOf.map(({ heading }) => heading.toLowerCase()).join(', ');
    problems.push({ path: first?.key ?? '', message: `One of these has to be there: ${names}.` });
  }
  return problems;
}
