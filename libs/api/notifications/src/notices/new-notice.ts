import type { Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';

/** What a notice's sentence is made of; the words are the web app's. */
export interface NoticeAbout {
  title?: string;
  date?: string;
  /** Whose it is; the name is looked up when it is read. */
  personId?: string;
  count?: number;
  /** The kind of a decision, the standing of a course; of a session when and where, or why it is cancelled. */
  what?: string;
  bookingId?: string;
}

export interface NewNotice {
  personId: string;
  kind: string;
  about: NoticeAbout;
  link: string;
  /** A second notice with the same key is not written. */
  dedupeKey: string;
}

/** Any number in one statement, in the transaction of what they tell about. */
export async function addNotices(tx: Tx, at: Date, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ personId, kind, about, link, dedupeKey }) => ({
    id: uuid(),
    person_id: personId,
    kind,
    about,
    link,
    dedupe_key: dedupeKey,
  }));
  await tx.query(
    `insert into notice (id, person_id, at, kind, about, link, dedupe_key)
     select n.id, n.person_id, $2, n.kind, n.about, n.link, n.dedupe_key
     from jsonb_to_recordset($1::jsonb) n(id uuid, person_id uuid, kind text, about jsonb, link text, dedupe_key text)
     on conflict (dedupe_key) do nothing`,
    [JSON.stringify(rows), at],
  );
}
