import { Clock, Sql, Storage, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { fileText, type FileTextKind } from './file-text.js';

const WANTED = `
  select s.kind from search_document d join lateral search_sources(d.course_version_id) s on s.source = $1
  where d.sources @> array[$1::text] and s.kind <> 'page'
    and ($2::boolean or not exists (select from search_text t where t.source = $1))
  limit 1`;

/** Reads the words of a file that stands in a published course, once, and puts them into the index. */
@Injectable()
export class KeepFileText {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Nothing happens when nobody asks for the words any more, or they are known and not to be read `again`. */
  async run(sha256: string, signal: AbortSignal, { again = false } = {}): Promise<void> {
    const wanted = await this.sql.row<{ kind: FileTextKind }>('search-text-wanted', WANTED, [sha256, again]);
    if (!wanted) return;
    const text = await fileText(this.storage, sha256, wanted.kind, signal);
    await this.transactions.run({ actorId: null, at: this.clock.now() }, async (tx) => {
      await tx.query('select lock_search()');
      if (again) await tx.query('delete from search_text where source = $1', [sha256]);
      await tx.query('select keep_search_text($1, $2, $3)', [sha256, wanted.kind, text]);
      await tx.query(
        'select refresh_search_document(d.course_id) from search_document d where d.sources @> array[$1::text]',
        [sha256],
      );
    });
  }
}
