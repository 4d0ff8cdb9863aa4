import { Injectable } from '@nestjs/common';
import { type Ctx, decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type { PathProgress, PathProgressItem, PathProgressQuery, ProgressState } from '@lms/contracts';
import { PROGRESS_COUNTS, PROGRESS_PAGE, PROGRESS_PAGE_OF_STATE } from './path-progress.sql.js';

type Row = PathProgressItem & { enrolmentId: string };

/** Who is done, under way and overdue on a path; the counts are of everybody that the filters but `state` leave. */
@Injectable()
export class GetPathProgress {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, pathId: string, query: PathProgressQuery): Promise<PathProgress> {
    const path = await this.sql.row<{ title: string }>('path-title', 'select title from learning_path where id = $1', [
      pathId,
    ]);
    if (!path) throw new NotFound();
    const filters = [
      ...[pathId, ctx.today, ctx.actor.personId, likePattern(query.q)],
      ...[query.organisationId ?? null, query.schemeId ?? null],
    ];
    const [on, id] = decodeCursor(query.cursor, 2);
    const [counted, rows] = await Promise.all([
      this.sql.rows<{ state: ProgressState; n: number }>('path-progress-counts', PROGRESS_COUNTS, filters),
      this.page([...filters, on, id, query.limit + 1], query.state),
    ]);
    const counts = { 'not started': 0, 'under way': 0, overdue: 0, done: 0 };
    for (const { state, n } of counted) counts[state] = n;
    const page = toPage(rows, query.limit, (r) => [r.startsOn, r.enrolmentId]);
    return {
      title: path.title,
      counts,
      nextCursor: page.nextCursor,
      items: page.items.map(({ enrolmentId: _, ...item }) => item),
    };
  }

  private page(values: unknown[], state: ProgressState | undefined): Promise<Row[]> {
    return state
      ? this.sql.rows<Row>('path-progress-of-state', PROGRESS_PAGE_OF_STATE, [...values, state])
      : this.sql.rows<Row>('path-progress', PROGRESS_PAGE, values);
  }
}
