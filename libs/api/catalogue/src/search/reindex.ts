import { Clock, Sql, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { KeepFileText } from './keep-file-text.js';

export interface Reindexed {
  courses: number;
  files: number;
  /** Files that could not be read; what was known of their words is kept. */
  failed: number;
}

const FILES = `
  select distinct s.source from search_document d join lateral search_sources(d.course_version_id) s on s.kind <> 'page'
  order by 1`;

/** The words of a page come with its course; those of a file stay until the file is read again. */
const FORGET = [
  'delete from search_document',
  'delete from search_word',
  `delete from search_text t where t.kind = 'page' or not exists (
     select from course_version v join lateral search_sources(v.id) s on s.source = t.source where v.state = 'published')`,
  `insert into search_word (word)
     select distinct w from search_passage p, unnest(tsvector_to_array(to_tsvector('simple', search_plain(p.text)))) w
     where w ~ '^[[:alpha:]]{4,40}$'`,
];

/** Makes the search index anew from the published courses and their files. What could be found can be found all the while. */
@Injectable()
export class Reindex {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly keep: KeepFileText,
  ) {}

  async run(onProgress: (line: string) => void): Promise<Reindexed> {
    const courses = await this.transactions.run({ actorId: null, at: this.clock.now() }, async (tx) => {
      await tx.query('select lock_search()');
      for (const statement of FORGET) await tx.query(statement);
      const published: { n: number }[] = await tx.query(
        `select count(*)::int as n from (
           select refresh_search_document(course_id) from course_version where state = 'published' offset 0) x`,
      );
      return published[0]?.n ?? 0;
    });
    const files = await this.sql.rows<{ source: string }>('search-files', FILES);
    const { signal } = new AbortController();
    let failed = 0;
    for (const [n, { source }] of files.entries()) {
      onProgress(`Reading file ${n + 1} of ${files.length} …`);
      await this.keep.run(source, signal, { again: true }).catch(() => (failed += 1));
    }
    return { courses, files: files.length - failed, failed };
  }
}
