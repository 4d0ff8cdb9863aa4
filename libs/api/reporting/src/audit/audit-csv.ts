import type { Readable } from 'node:stream';
import { csvLines, type CsvRow, type Ctx } from '@lms/api-platform';
import type { AuditChange, AuditFilter } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetAudit } from './get-audit.js';

const AT_ONCE = 500;
const HEADING = ['When (UTC)', 'Who', 'Action', 'Kind', 'About', 'From', 'What changed', 'Entry'];

/** The log as a file: what the filters show, in the same order. */
@Injectable()
export class AuditCsv {
  constructor(private readonly audit: GetAudit) {}

  run(ctx: Ctx, filter: AuditFilter): Readable {
    return csvLines(HEADING, this.rows(ctx, filter));
  }

  private async *rows(ctx: Ctx, filter: AuditFilter): AsyncGenerator<CsvRow> {
    for (let cursor: string | undefined, more = true; more;) {
      const { items, nextCursor } = await this.audit.page(ctx, { ...filter, cursor, limit: AT_ONCE });
      const changes = await this.audit.changes(items.map(({ id }) => id));
      for (const { id, at, by, action, target, address } of items)
        yield [
          ...[at, by?.name ?? '', action, target?.kind ?? '', target?.name ?? '', address ?? ''],
          ...[(changes.get(id) ?? []).map(sentence).join('; '), id],
        ];
      more = nextCursor !== null;
      cursor = nextCursor ?? undefined;
    }
  }
}

function sentence({ kind, name, change, fields }: AuditChange): string {
  const told = fields.map(({ name: field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`);
  return `${kind}${name ? ` ${name}` : ''} ${change}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}
