import { Injectable } from '@nestjs/common';
import { Sql } from '@lms/api-platform';
import type { ContentToken } from '@lms/contracts';
import { CommitTokens, LaunchEnded } from '../commits/commit-tokens.js';
import { ContentLabels } from '../content/content-labels.js';
import { CONTENT_SECONDS, ContentTokens } from '../content/content-tokens.js';

interface LaunchContent {
  personId: string;
  activityId: string;
  packageId: string | null;
  contentId: string;
  outsideHosts: string[];
}

/** Goes on with the attempt, not with the sign-in: a course in the middle does not stop when a session ends. */
@Injectable()
export class RenewContentToken {
  constructor(
    private readonly sql: Sql,
    private readonly commitTokens: CommitTokens,
    private readonly contentTokens: ContentTokens,
    private readonly labels: ContentLabels,
  ) {}

  async run(launchId: string, commitToken: string | undefined): Promise<ContentToken> {
    this.commitTokens.assertFor(launchId, commitToken);
    const found = await this.sql.row<LaunchContent>(
      'launch-content',
      `select l.person_id as "personId", a.id as "activityId", a.package_id as "packageId", coalesce(a.package_id::text, a.file_sha256) as "contentId",
         a.outside_hosts as "outsideHosts"
       from launch l join attempt t on t.id = l.attempt_id join activity a on a.id = t.activity_id
       where l.id = $1 and l.revoked_at is null and coalesce(a.package_id::text, a.file_sha256) is not null`,
      [launchId],
    );
    if (!found) throw new LaunchEnded();
    const { activityId, packageId, outsideHosts } = found;
    const label = this.labels.labelFor(found.personId, found.contentId, outsideHosts);
    const contentToken = this.contentTokens.sign({ label, activityId, packageId, outsideHosts });
    return { contentToken, contentTokenSeconds: CONTENT_SECONDS };
  }
}
