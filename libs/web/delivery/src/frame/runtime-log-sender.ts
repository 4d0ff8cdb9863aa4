import type { Launch, RuntimeCall, RuntimeLogResult } from '@lms/contracts';
import type { Fetch } from '../queue/send-batch.js';

type Target = Pick<Launch, 'launchId' | 'commitToken'>;

/** What goes along with a problem that is reported. */
const mostRecent = 200;
/** The contract takes this many at once. */
const mostAtOnce = 500;
const mostWaiting = 5000;
const tries = 4;
const restMs = 5000;

export interface LogDeps {
  fetch: Fetch;
  /** True while something of the learner's still waits to be saved: that goes first. */
  busy: () => boolean;
  pause?: (ms: number) => Promise<void>;
}

/** Hands the calls that content made to the server, when there is nothing better to do. Losing them loses nobody's work. */
export class RuntimeLogSender {
  readonly #recent: RuntimeCall[] = [];
  readonly #full = new Set<string>();
  #waiting: { target: Target; calls: RuntimeCall[] }[] = [];
  #launch: Target | null = null;
  #running = false;

  constructor(private readonly deps: LogDeps) {}

  /** From now on calls belong to this launch. */
  begin(launch: Target): void {
    this.#launch = launch;
  }

  /** The last calls of this visit, the latest last. */
  get recent(): readonly RuntimeCall[] {
    return this.#recent;
  }

  /** @param target the launch that made the calls, when it is an earlier one */
  add(calls: RuntimeCall[], target: Target | null = null): void {
    if (target === null) {
      this.#recent.push(...calls);
      this.#recent.splice(0, Math.max(0, this.#recent.length - mostRecent));
    }
    const owner = target ?? this.#launch;
    if (!owner || calls.length === 0 || this.#full.has(owner.launchId)) return;
    if (this.#waiting.reduce((sum, one) => sum + one.calls.length, 0) > mostWaiting) return;
    this.#waiting.push({ target: owner, calls: calls.slice(0, mostAtOnce) });
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let failures = 0;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      // A queue that stays busy has no signal, and then this would not get through either.
      if (this.deps.busy() && failures < tries) {
        failures += 1;
        await this.#pause(restMs);
        continue;
      }
      const sent = await this.#send(next.target, next.calls);
      if (!sent && failures < tries) {
        failures += 1;
        await this.#pause(restMs * failures);
        continue;
      }
      failures = 0;
      this.#waiting.shift();
      this.#waiting = this.#waiting.filter(({ target }) => !this.#full.has(target.launchId));
    }
    this.#running = false;
  }

  /** True when there is nothing more to do about these calls. */
  async #send({ launchId, commitToken }: Target, calls: RuntimeCall[]): Promise<boolean> {
    try {
      const response = await this.deps.fetch(`/api/v1/launches/${encodeURIComponent(launchId)}/log`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${commitToken}` },
        body: JSON.stringify({ calls }),
        credentials: 'omit',
        cache: 'no-store',
        priority: 'low',
        signal: AbortSignal.timeout(30_000),
      });
      if (response.ok && ((await response.json()) as RuntimeLogResult).full) this.#full.add(launchId);
      return response.ok || (response.status >= 400 && response.status < 500 && response.status !== 429);
    } catch {
      return false;
    }
  }

  #pause(ms: number): Promise<void> {
    return this.deps.pause?.(ms) ?? new Promise((resolve) => setTimeout(resolve, ms));
  }
}
