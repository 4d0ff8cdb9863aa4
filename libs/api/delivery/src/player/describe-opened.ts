import type { OpenedActivity } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ContentLabels } from '../content/content-labels.js';
import { CONTENT_SECONDS, ContentTokens } from '../content/content-tokens.js';
import { learnerSettings } from './learner-settings.js';
import type { MyActivity } from './my-activity.js';

/** What of an attempt is told to its player. */
export interface ShownAttempt {
  id: string;
  state: string;
  doneAt: Date | null;
}

/** What a player is told of an activity: where its content is, with a token to read it, and what it is made of. */
@Injectable()
export class DescribeOpened {
  constructor(
    private readonly labels: ContentLabels,
    private readonly tokens: ContentTokens,
  ) {}

  /**
   * @param host which of the person's content hosts: two of them share no storage. Learning is on the one without a name.
   */
  of(personId: string, a: MyActivity, attempt: ShownAttempt, host = ''): OpenedActivity {
    const contentId = a.packageId ?? a.fileSha256 ?? (a.files.length > 0 ? a.activityId : null);
    const { outsideHosts } = a;
    const label = contentId ? this.labels.labelFor(personId, host + contentId, outsideHosts) : null;
    const token = label && this.tokens.sign({ label, activityId: a.activityId, packageId: a.packageId, outsideHosts });
    const { fileSha256: sha256 } = a;
    return {
      attemptId: attempt.id,
      activityId: a.activityId,
      courseId: a.courseId,
      courseTitle: a.courseTitle,
      kind: a.kind,
      title: a.title,
      contentOrigin: label && this.labels.originOf(label),
      contentToken: token,
      contentTokenSeconds: token ? CONTENT_SECONDS : null,
      file: sha256
        ? {
            path: filePath(sha256),
            mediaType: a.mediaType ?? 'application/octet-stream',
            sha256,
            size: a.fileSize ?? 0,
            name: a.fileName ?? a.title,
            seconds: a.seconds,
            pages: a.pages,
          }
        : null,
      files: a.files.map(({ sha256: of, ...file }) => ({
        ...file,
        path: filePath(of),
        captions: file.captions.map((c) => ({ language: c.language, label: c.label, path: filePath(c.sha256) })),
      })),
      poster: a.posterSha256 && filePath(a.posterSha256),
      captions: a.captions.map((c) => ({ language: c.language, label: c.label, path: filePath(c.sha256) })),
      scos: (a.scos ?? []).map((s) => ({
        identifier: s.identifier,
        title: s.title,
        href: s.href,
        reports: s.scormType !== 'asset',
      })),
      settings: a.settings && learnerSettings(a.settings),
      done: attempt.state === 'done',
      doneAt: attempt.doneAt?.toISOString() ?? null,
    };
  }
}

const filePath = (sha256: string): string => `/__waymark/file/${sha256}`;
