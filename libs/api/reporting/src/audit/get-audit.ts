import { type Ctx, decodeCursor, differences, NotFound, Sql, type StoredRow, toPage } from '@lms/api-platform';
import type { AuditChange, AuditChoices, AuditEntry, AuditItem, AuditPage, AuditQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { AUDIT_CHANGES, auditPage, ENTRY } from './audit-page.sql.js';
import { auditParts } from './audit-sql.js';
import { detailInWords } from './detail-in-words.js';

interface ChangeRow {
  entryId: string;
  kind: string;
  name: string | null;
  op: keyof typeof CHANGES;
  row: StoredRow;
  before: StoredRow | null;
  names: Record<string, string>;
}

const CHANGES = { insert: 'added', update: 'changed', delete: 'removed' } as const;

/** Who did what, newest first. The permission opens all of it: it is read by those who answer for the whole. */
@Injectable()
export class GetAudit {
  constructor(private readonly sql: Sql) {}

  async page(_ctx: Ctx, { cursor, limit, ...filter }: AuditQuery): Promise<AuditPage> {
    const place = decodeCursor(cursor, 2);
    const parts = auditParts(filter);
    const values = [...parts.values, ...place, limit + 1];
    const rows = await this.sql.rows<AuditItem>(`audit-page ${parts.name}`, auditPage(parts), values);
    return toPage(rows, limit, (row) => [row.at, row.id]);
  }

  async entry(_ctx: Ctx, id: string): Promise<AuditEntry> {
    const found = await this.sql.row<AuditItem & { detail: Record<string, unknown>; names: Record<string, string> }>(
      'audit-entry',
      `select ${ENTRY}, a.detail,
        names_of_ids(array(
          select (v.value #>> '{}')::uuid from jsonb_each(a.detail) v
          where v.value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')) as names
      from audit_event a where a.id = $1`,
      [id],
    );
    if (!found) throw new NotFound();
    const { detail, names, ...item } = found;
    const kept = (await this.changes([id])).get(id) ?? [];
    const changes = kept.length > 0 ? kept : toldChange(item, detail, names);
    return { ...item, detail: detailInWords(withoutRows(detail), names), changes };
  }

  /** What changed by each of the entries. */
  async changes(ids: readonly string[]): Promise<ReadonlyMap<string, AuditChange[]>> {
    const rows = await this.sql.rows<ChangeRow>('audit-changes', AUDIT_CHANGES, [ids]);
    const by = new Map<string, AuditChange[]>();
    for (const { entryId, kind, name, op, row, before, names } of rows) {
      const fields = differences(op === 'insert' ? null : before, op === 'delete' ? null : row, names);
      by.set(entryId, [...(by.get(entryId) ?? []), { kind, name, change: CHANGES[op], fields }]);
    }
    return by;
  }

  async choices(): Promise<AuditChoices> {
    // One look into the index for each word there is, however many entries have it.
    const rows = await this.sql.rows<{ what: string }>(
      'audit-choices',
      `with recursive word as (
         select min(split_part(action, '.', 1)) as what from audit_event
         union all
         select (select min(split_part(a.action, '.', 1)) from audit_event a where split_part(a.action, '.', 1) > w.what)
         from word w where w.what is not null
       ) select what from word where what is not null`,
      [],
    );
    return { whats: rows.map(({ what }) => what) };
  }
}

/** What an entry itself says was before and is since, for what has no history of its own. */
function toldChange(
  { target }: Pick<AuditItem, 'target'>,
  { before, after }: StoredRow,
  names: Readonly<Record<string, string>>,
): AuditChange[] {
  if (!isRow(before) && !isRow(after)) return [];
  const [was, is] = [isRow(before) ? before : null, isRow(after) ? after : null];
  const fields = differences(was, is, names);
  const change = was === null ? 'added' : is === null ? 'removed' : 'changed';
  return fields.length === 0 ? [] : [{ kind: target?.kind ?? '', name: target?.name ?? null, change, fields }];
}

/** Whole rows stand in the changes; single values that were replaced are told as they are. */
const withoutRows = (detail: StoredRow): StoredRow =>
  Object.fromEntries(
    Object.entries(detail).filter(([name, value]) => !(/^(before|after)$/.test(name) && isRow(value))),
  );

const isRow = (value: unknown): value is StoredRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
