import type { Me } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { readUpload } from '../api/upload.js';
import { sessionUploads } from './kept-uploads.js';
import { placeUpload } from './place-upload.js';
import { sendResumably } from './send-resumably.js';
import { signalPause } from './signal-pause.js';
import { attemptUpload, forgetUpload } from './tus-attempt.js';
import { UploadDesk } from './upload-desk.js';
import type { UploadEntry } from './upload-entry.js';

type Placed = (entry: UploadEntry) => void;

let desk: UploadDesk | null = null;
let placed: Placed = () => undefined;

/** The one desk of this tab, begun when it is first needed. */
export function browserDesk(): UploadDesk {
  if (desk) return desk;
  const started = new UploadDesk({
    send: (sending) =>
      sendResumably(sending, { attempt: attemptUpload, renew: () => api.get<Me>('/me'), pause: signalPause }),
    forget: forgetUpload,
    read: readUpload,
    place: async (entry) => {
      await placeUpload(entry);
      placed(entry);
    },
    kept: sessionUploads,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    newKey: () => crypto.randomUUID(),
  });
  window.addEventListener('beforeunload', (event) => {
    if (started.sending()) event.preventDefault();
  });
  desk = started;
  return desk;
}

/** Who hears that an upload became part of its draft; there is one cache, so there is one listener. */
export function onPlaced(listener: Placed): void {
  placed = listener;
}
