import { Conflict } from '@lms/api-platform';
import type { VersionState } from '@lms/contracts';

const PUBLISHED_STAYS = 'A published version stays as it is. Start a new version to change it.';

/** Only a draft may be edited. Conflict `published-stays` or `in-review`. */
export function assertDraft(state: VersionState): void {
  assertOpen(state);
  if (state === 'in-review') {
    throw new Conflict('in-review', 'This version is in review. It can be changed once it has been returned.');
  }
}

/** A draft or in review. Conflict `published-stays`. */
export function assertOpen(state: VersionState): void {
  if (state === 'published' || state === 'retired') throw new Conflict('published-stays', PUBLISHED_STAYS);
}

/** Conflict `not-in-review`. */
export function assertInReview(state: VersionState): void {
  if (state !== 'in-review') {
    throw new Conflict('not-in-review', 'This version is not in review, so there is nothing to return.');
  }
}

/** Conflict `not-published`. */
export function assertPublished(state: VersionState): void {
  if (state !== 'published') throw new Conflict('not-published', 'Only the published version can be retired.');
}

/** Conflict `open-version`: there is one draft at a time. */
export function openVersionStands(): Conflict {
  return new Conflict('open-version', 'There is a new version already that is not published yet. Go on with that one.');
}
