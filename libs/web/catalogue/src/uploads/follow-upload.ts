import type { Upload } from '@lms/contracts';
import { passing } from './send-resumably.js';

interface FollowDeps {
  read: (uploadId: string) => Promise<Upload>;
  pause: (milliseconds: number) => Promise<void>;
}

const pollMs = 700;

/** Asks how far the check of an upload is until it is over, for as long as somebody wants to know. */
export async function followUpload(
  uploadId: string,
  { read, pause }: FollowDeps,
  onNews: (upload: Upload) => void,
  isWanted: () => boolean,
): Promise<Upload | undefined> {
  while (isWanted()) {
    try {
      const upload = await read(uploadId);
      if (upload.state === 'ready' || upload.state === 'refused') return upload;
      onNews(upload);
    } catch (error) {
      if (!passing(error)) throw error;
    }
    await pause(pollMs);
  }
  return undefined;
}
