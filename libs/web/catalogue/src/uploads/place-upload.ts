import { addActivity } from '../api/add-activity.js';
import { addCaptions } from '../api/add-captions.js';
import type { UploadEntry } from './upload-entry.js';
import { titleOfFile } from './upload-kind.js';

/** Makes a finished upload an activity of its draft, or the captions of one. */
export async function placeUpload({ uploadId, versionId, name, title, captions }: UploadEntry): Promise<void> {
  if (uploadId === null) return;
  if (captions) {
    const { activityId, ...how } = captions;
    await addCaptions(activityId, { uploadId, ...how });
    return;
  }
  await addActivity(versionId, { kind: 'upload', uploadId, title: title?.trim().slice(0, 120) || titleOfFile(name) });
}
