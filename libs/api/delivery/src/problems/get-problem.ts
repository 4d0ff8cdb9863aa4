import { Injectable } from '@nestjs/common';
import { NotFound, Sql } from '@lms/api-platform';
import type { ReportedProblem, RuntimeCall } from '@lms/contracts';
import { inOrder } from '../runtime-log/in-order.js';
import { PROBLEM, PROBLEM_FROM } from './problem-row.js';

type Row = Omit<ReportedProblem, 'calls'> & { sent: RuntimeCall[]; batches: RuntimeCall[][] };

const ONE = `${PROBLEM}, r.calls as sent,
    coalesce((select json_agg(x.calls order by x.received_at) from runtime_log x where x.launch_id = r.launch_id), '[]') as batches
  ${PROBLEM_FROM} where r.id = $1`;

/** A report with its log: its learner sent both, so whoever looks after courses may read them. */
@Injectable()
export class GetProblem {
  constructor(private readonly sql: Sql) {}

  async run(id: string): Promise<ReportedProblem> {
    const row = await this.sql.row<Row>('get-problem', ONE, [id]);
    if (!row) throw new NotFound();
    const { sent, batches, ...problem } = row;
    return { ...problem, calls: inOrder([...batches, sent]) };
  }
}
