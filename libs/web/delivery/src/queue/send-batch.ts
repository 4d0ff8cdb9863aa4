import type { CommitEntry, CommitResult } from '@lms/contracts';

/** What one request came to, as far as the queue must know. */
export type SendOutcome =
  | { kind: 'taken'; result: CommitResult }
  | { kind: 'differs' }
  | { kind: 'ended' }
  | { kind: 'refused' }
  | { kind: 'too-large' }
  | { kind: 'later'; reached: boolean; retryAfterMs: number };

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export const commitsPath = (launchId: string): string => `/api/v1/launches/${encodeURIComponent(launchId)}/commits`;

/** The token stands for the learner, so no cookie travels: entries are delivered after the sign-in has ended too. */
export function commitRequest(commitToken: string, entries: CommitEntry[]): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${commitToken}` },
    body: JSON.stringify({ entries }),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  };
}

function isResult(body: unknown): body is CommitResult {
  return typeof body === 'object' && body !== null && 'acknowledged' in body && Array.isArray(body.acknowledged);
}

function codeOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}

async function read(response: Response): Promise<SendOutcome> {
  const retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1000 || 0;
  const later: SendOutcome = { kind: 'later', reached: true, retryAfterMs };
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return isResult(body) ? { kind: 'taken', result: body } : later;
  // Only our own server's word is final. A gateway's or a guest network's error page is not.
  const ours = response.headers.get('content-type')?.includes('problem+json') ?? false;
  if (!ours) return response.status === 413 ? { kind: 'too-large' } : later;
  switch (response.status) {
    case 409:
      return codeOf(body) === 'commit-differs' ? { kind: 'differs' } : later;
    case 401:
      return codeOf(body) === 'launch-ended' ? { kind: 'ended' } : later;
    case 413:
      return { kind: 'too-large' };
    case 400:
    case 422:
      return { kind: 'refused' };
    default:
      return later;
  }
}

/** Sends one batch; never throws. */
export async function sendBatch(
  fetch: Fetch,
  launchId: string,
  commitToken: string,
  entries: CommitEntry[],
): Promise<SendOutcome> {
  try {
    const request = commitRequest(commitToken, entries);
    const response = await fetch(commitsPath(launchId), { ...request, signal: AbortSignal.timeout(30_000) });
    return await read(response);
  } catch {
    return { kind: 'later', reached: false, retryAfterMs: 0 };
  }
}
