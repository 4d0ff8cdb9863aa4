import {
  allPages,
  type Ctx,
  filtersOf,
  type ListKind,
  ListKinds,
  namesOf,
  type ShownCell,
  type ShownList,
  Sql,
} from '@lms/api-platform';
import { type AuditChange, AuditFilter, type AuditItem } from '@lms/contracts';
import { dateWords, londonDate, londonTime } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GetAudit } from './get-audit.js';

const AT_ONCE = 500;
type Filters = Readonly<Record<string, string>>;

/** The log as a list for files: what the filters show, in the same order, with what changed. */
@Injectable()
export class AuditList implements ListKind, OnModuleInit {
  readonly name = 'audit';
  readonly title = 'Audit log';
  readonly permission = 'audit.read';

  constructor(
    private readonly kinds: ListKinds,
    private readonly audit: GetAudit,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  check(filters: Filters): void {
    filtersOf(AuditFilter, filters);
  }

  async show(ctx: Ctx, filters: Filters): Promise<ShownList> {
    const filter = filtersOf(AuditFilter, filters);
    return {
      title: this.title,
      narrowed: await this.narrowed(filter),
      columns: [
        { heading: 'Day', type: 'date' },
        { heading: 'Time', type: 'text', width: 8 },
        { heading: 'Who', type: 'text', width: 22 },
        { heading: 'Action', type: 'text', width: 22 },
        { heading: 'Kind', type: 'text', width: 16 },
        { heading: 'About', type: 'text', width: 28 },
        { heading: 'From', type: 'text', width: 16 },
        { heading: 'What changed', type: 'text', width: 60 },
        { heading: 'When (UTC)', type: 'text', width: 26 },
        { heading: 'Entry', type: 'text', width: 10 },
      ],
      fixed: 3,
      total: null,
      rows: this.rows(ctx, filter),
    };
  }

  private async *rows(ctx: Ctx, filter: AuditFilter): AsyncGenerator<readonly ShownCell[]> {
    yield* allPages(async (cursor) => {
      const { items, nextCursor } = await this.audit.page(ctx, { ...filter, cursor, limit: AT_ONCE });
      const changes = await this.audit.changes(items.map(({ id }) => id));
      return { items: items.map((item) => cellsOf(item, changes.get(item.id) ?? [])), nextCursor };
    });
  }

  private async narrowed({ from, until, what, actorId, targetId, q }: AuditFilter): Promise<string[]> {
    const named = await namesOf(this.sql, [actorId, targetId]);
    return [
      ...(from ? [`Not before ${dateWords(from)}`] : []),
      ...(until ? [`Not after ${dateWords(until)}`] : []),
      ...(what ? [`About: ${what.replaceAll('-', ' ')}`] : []),
      ...(actorId ? [`Done by: ${named(actorId)}`] : []),
      ...(targetId ? [`Done to: ${named(targetId)}`] : []),
      ...(q ? [`Name contains: ${q}`] : []),
    ];
  }
}

function cellsOf({ id, at, by, action, target, address }: AuditItem, changes: readonly AuditChange[]): ShownCell[] {
  const moment = new Date(at);
  return [
    ...[londonDate(moment), londonTime(moment), by?.name ?? null, action, target?.kind ?? null, target?.name ?? null],
    ...[address, changes.map(sentence).join('; ') || null, at, id],
  ];
}

function sentence({ kind, name, change, fields }: AuditChange): string {
  const told = fields.map(({ name: field, before, after }) => `${field}: ${wordsOf(before, after)}`);
  return `${kind}${name ? ` ${name}` : ''} ${change}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

/** In words: the typeface of a PDF has no arrow. */
function wordsOf(before: string | null, after: string | null): string {
  if (before === null) return after ?? '';
  return after === null ? `no longer ${before}` : `${before}, now ${after}`;
}
