import { JobHandlers, Jobs, Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeepFileText } from './keep-file-text.js';

const MISSING = `
  select distinct s.source from search_document d join lateral search_sources(d.course_version_id) s on s.kind <> 'page'
  where d.course_id = $1 and not exists (select from search_text t where t.source = s.source)`;

/** A course in the index wants the words of its files: a job for each file whose words are not known yet. */
@Injectable()
export class ReadFileTextJob implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly keep: KeepFileText,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('search.text-wanted', async (tx, { payload }) => {
      const missing: { source: string }[] = await tx.query(MISSING, [payload['courseId']]);
      for (const { source } of missing) await this.jobs.send(tx, 'read-file-text', { id: source });
    });
    this.handlers.handle('read-file-text', ({ id }, signal) => this.keep.run(id, signal));
  }
}
