import { Injectable } from '@nestjs/common';
import { decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Mail, MailItem, MailPage } from '@lms/contracts';

const ITEM = `id, recipient as "to", subject, state, error,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt"`;

/** Only what nobody else delivers is shown with its links: its reader gets them from whoever looks after the mail. */
const ONE = `select ${ITEM}, case when state = 'kept' then text_body
    else regexp_replace(text_body, 'https?://[^[:space:]]+', '(a link)', 'g') end as text
  from mail where id = $1`;

/** The mail log, newest first. */
@Injectable()
export class ListMails {
  constructor(private readonly sql: Sql) {}

  async page(query: { cursor?: string; limit: number }): Promise<MailPage> {
    const [at, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<MailItem>(
      'mails',
      `select ${ITEM} from mail
       where $1::timestamptz is null or (date_trunc('milliseconds', created_at), id) < ($1::timestamptz, $2::uuid)
       order by date_trunc('milliseconds', created_at) desc, id desc limit $3`,
      [at, id, query.limit + 1],
    );
    return toPage(rows, query.limit, (m) => [m.createdAt, m.id]);
  }

  async one(id: string): Promise<Mail> {
    const mail = await this.sql.row<Mail>('mail', ONE, [id]);
    if (!mail) throw new NotFound();
    return mail;
  }
}
