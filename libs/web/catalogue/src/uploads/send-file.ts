import type { Me, Upload, UploadKind } from '@lms/contracts';
import { api, ApiProblem } from '@lms/web-platform';
import { problemOf } from './problem-of-answer.js';

interface Sending {
  file: Blob;
  name: string;
  kind: UploadKind;
  /** 0 to 100, of what has left this device. */
  onProgress: (percent: number) => void;
  signal?: AbortSignal;
}

function sendOnce({ file, name, kind, onProgress, signal }: Sending): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/uploads?${new URLSearchParams({ kind, name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(Math.floor((100 * loaded) / total));
    };
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Upload);
      else reject(problemOf(request.status, request.responseText));
    };
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'no-signal', detail: '' }));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/**
 * Sends a file at once, for what is small enough to be sent again; with its progress, which only XMLHttpRequest tells. A session that has run out is renewed (by asking who
 * is signed in) and the file is sent once more. Throws {@link ApiProblem}.
 */
export async function sendFile(sending: Sending): Promise<Upload> {
  try {
    return await sendOnce(sending);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'signed-out') throw error;
    await api.get<Me>('/me');
    return sendOnce(sending);
  }
}
