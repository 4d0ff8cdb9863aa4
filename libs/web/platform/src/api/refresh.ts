import { readProblem } from './read-problem.js';

const lockName = 'waymark.refresh';
const timeKey = 'waymark.refreshed-at';
let inFlight: Promise<boolean> | null = null;

/** The instant at which some tab last renewed the session, in milliseconds. */
function refreshedAt(): number {
  try {
    return Number(localStorage.getItem(timeKey)) || 0;
  } catch {
    return 0;
  }
}

function rememberRefresh(): void {
  try {
    localStorage.setItem(timeKey, String(Date.now()));
  } catch {
    // Other tabs then renew once more, which does no harm.
  }
}

async function renew(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', { method: 'POST', credentials: 'same-origin' });
  if (response.ok) {
    rememberRefresh();
    return true;
  }
  if (response.status === 401) return false;
  throw await readProblem(response);
}

/** One tab at a time, where the browser has locks. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(lockName, work) : work();
}

/**
 * Renews the session once, however many requests and tabs ask at the same time. `askedAt` is when the refused request
 * was sent: a renewal after that, by any tab, is enough. False when the session is over.
 */
export function refreshOnce(askedAt: number): Promise<boolean> {
  inFlight ??= alone(async () => (refreshedAt() > askedAt ? true : renew())).finally(() => {
    inFlight = null;
  });
  return inFlight;
}
