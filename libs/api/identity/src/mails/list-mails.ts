import { Injectable } from '@nestjs/common';
import { type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Mail, MailItem, MailPage, MailQuery } from '@lms/contracts';

/** $1 now. */
const ITEM = `id, recipient as "to", subject, state, error, ended_why as "endedWhy",
  state = 'failed' and coalesce(ended_why, '') <> 'late' and coalesce(good_until > $1, true) as "canBeSentAgain",
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt"`;

/** Only what nobody else delivers is shown with its links: its reader gets them from whoever looks after the mail. */
const ONE = `select ${ITEM}, person_id as "personId", case when state = 'kept' then text_body
    else regexp_replace(text_body, 'https?://[^[:space:]]+', '(a link)', 'g') end as text
  from mail where id = $2`;
/** $2 and $3 the last before this page, $4 rows, $5 `all`, `failed` or `late`. */
const PAGE = `select ${ITEM} from mail
  where ($2::timestamptz is null or (date_trunc('milliseconds', created_at), id) < ($2::timestamptz, $3::uuid))
    and ($5 = 'all' or state = 'failed' and (coalesce(ended_why, '') = 'late') = ($5 = 'late'))
  order by date_trunc('milliseconds', created_at) desc, id desc limit $4`;
/** $1 since when. */
const FAILED = `select count(*)::int as failed from mail where state = 'failed' and created_at > $1 and coalesce(ended_why, '') <> 'late'`;
const THIRTY_DAYS = 30 * 86_400_000;

/** The mail log, newest first. */
@Injectable()
export class ListMails {
  constructor(private readonly sql: Sql) {}

  async page(ctx: Ctx, query: MailQuery): Promise<MailPage> {
    const [at, id] = decodeCursor(query.cursor, 2);
    const values = [ctx.now, at, id, query.limit + 1, query.show];
    const rows = await this.sql.rows<MailItem>('mails', PAGE, values);
    const count = await this.sql.row<{ failed: number }>('mails-failed', FAILED, [
      new Date(ctx.now.getTime() - THIRTY_DAYS),
    ]);
    return { ...toPage(rows, query.limit, (m) => [m.createdAt, m.id]), failed: count?.failed ?? 0 };
  }

  async one(ctx: Ctx, id: string): Promise<Mail> {
    const mail = await this.sql.row<Mail>('mail', ONE, [ctx.now, id]);
    if (!mail) throw new NotFound();
    return mail;
  }
}
