import type { UploadKind } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';
import { problemOf } from './problem-of-answer.js';

export interface Attempt {
  file: File;
  name: string;
  kind: UploadKind;
  fingerprint: string;
  /** 0 to 100, of what the API has, or is being sent. */
  onProgress: (percent: number) => void;
  signal?: AbortSignal;
}

const endpoint = '/api/v1/uploads/resumable';
const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/**
 * Sends a file, or what the API does not have of it yet, until it is sent or something goes wrong. Answers the id of the
 * upload. Throws {@link ApiProblem}, or the signal's reason.
 */
export async function attemptUpload({ file, name, kind, fingerprint, onProgress, signal }: Attempt): Promise<string> {
  // Loaded when the first file is chosen: few who come here send one.
  const { Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint,
      metadata: { kind, name },
      fingerprint: () => Promise.resolve(fingerprint),
      removeFingerprintOnSuccess: true,
      // Who tries again, and when, is decided by whoever calls.
      retryDelays: null,
      onProgress: (sent, total) => total > 0 && onProgress(Math.floor((100 * sent) / total)),
      onAfterResponse: (request, response) => {
        const status = response.getStatus();
        // Forgotten over there: the client begins anew by itself.
        const forgotten = request.getMethod() === 'HEAD' && (status === 404 || status === 410);
        if (status >= 400 && !forgotten) throw problemOf(status, response.getBody());
      },
      onError: (error) => reject(causeOf(error)),
      onSuccess: () => resolve(idOf(upload.url ?? '')),
    });
    const stop = (): void => {
      void upload.abort();
      reject(new DOMException('', 'AbortError'));
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    void upload.findPreviousUploads().then((previous) => {
      const last = previous.at(-1);
      if (last) upload.resumeFromPreviousUpload(last);
      if (!signal?.aborted) upload.start();
    }, reject);
  });
}

/** Has the API forget what it has of a file; what cannot be told now expires there. */
export async function forgetUpload(fingerprint: string): Promise<void> {
  const { Upload, defaultOptions } = await import('tus-js-client');
  const { urlStorage } = defaultOptions;
  for (const { urlStorageKey, uploadUrl } of await urlStorage.findUploadsByFingerprint(fingerprint)) {
    await urlStorage.removeUpload(urlStorageKey);
    if (uploadUrl) await Upload.terminate(uploadUrl, { retryDelays: null }).catch(() => undefined);
  }
}

/** tus-js-client wraps what its call-backs throw; without a cause there was no answer at all. */
function causeOf(error: Error): Error {
  const cause: unknown = 'causingError' in error ? error.causingError : undefined;
  return cause instanceof ApiProblem ? cause : new ApiProblem({ status: 0, code: 'no-signal', detail: '' });
}
