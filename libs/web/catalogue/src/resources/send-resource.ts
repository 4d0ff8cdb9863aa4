import type { AddedResource, Me, ResourceKind, Upload } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { addResource } from '../api/resources.js';
import { readUpload } from '../api/upload.js';
import { followUpload } from '../uploads/follow-upload.js';
import { type Sending, sendResumably } from '../uploads/send-resumably.js';
import { signalPause } from '../uploads/signal-pause.js';
import { attemptUpload } from '../uploads/tus-attempt.js';

/** A file was looked into and is not accepted; the message is the sentence for its author. */
export class RefusedFile extends Error {}

export interface SendDeps {
  send: (sending: Sending) => Promise<string>;
  read: (uploadId: string) => Promise<Upload>;
  add: (uploadId: string) => Promise<AddedResource>;
  pause: (milliseconds: number) => Promise<void>;
}

const browser: SendDeps = {
  send: (sending) =>
    sendResumably(sending, { attempt: attemptUpload, renew: () => api.get<Me>('/me'), pause: signalPause }),
  read: readUpload,
  add: addResource,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

interface SendingResource {
  file: File;
  kind: ResourceKind | 'captions';
  /** 0 to 100 while it is sent; null while it is looked into. */
  onProgress: (percent: number | null) => void;
  signal: AbortSignal;
}

/** Sends a file and waits until it was looked into. Answers the upload's id. Throws RefusedFile, ApiProblem. */
export async function sendChecked(
  { file, kind, onProgress, signal }: SendingResource,
  deps: SendDeps = browser,
): Promise<string> {
  const { name, size, lastModified } = file;
  const fingerprint = ['waymark', 'library', kind, size, lastModified, encodeURIComponent(name)].join('-');
  const id = await deps.send({ file, name, kind, fingerprint, onProgress, onWaiting: () => undefined, signal });
  onProgress(null);
  const checked = await followUpload(
    id,
    deps,
    () => undefined,
    () => !signal.aborted,
  );
  signal.throwIfAborted();
  if (checked?.state !== 'ready') throw new RefusedFile(checked?.refusal ?? '');
  return id;
}

/** The same, and into the library. Bytes that are there already answer what they are. */
export async function sendResource(sending: SendingResource, deps: SendDeps = browser): Promise<AddedResource> {
  return deps.add(await sendChecked(sending, deps));
}
