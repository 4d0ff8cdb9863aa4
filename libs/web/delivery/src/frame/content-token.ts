import type { ContentToken, Launch } from '@lms/contracts';
import type { Fetch } from '../queue/send-batch.js';

const retryMs = 15_000;

/** Keeps a launch able to read its content: asks for the next token when two thirds of the present one's time have gone. */
export class ContentTokenRenewal {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dueAt = Infinity;

  constructor(
    private readonly fetch: Fetch,
    private readonly launch: Pick<Launch, 'launchId' | 'commitToken'>,
    private readonly use: (contentToken: string) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param seconds how long the token in hand is good for */
  start(seconds: number): void {
    this.#plan(Math.max(5, (seconds * 2) / 3) * 1000);
  }

  /** For the moment a device wakes up: timers sleep with it. */
  check(): void {
    if (this.now() >= this.#dueAt) this.#plan(0);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#dueAt = Infinity;
  }

  #plan(ms: number): void {
    this.stop();
    this.#dueAt = this.now() + ms;
    this.#timer = setTimeout(() => void this.#renew(), ms);
  }

  async #renew(): Promise<void> {
    const next = await this.#ask().catch(() => null);
    if (this.#timer === null) return;
    if (next === null) return this.#plan(retryMs);
    this.use(next.contentToken);
    this.start(next.contentTokenSeconds);
  }

  async #ask(): Promise<ContentToken | null> {
    const response = await this.fetch(`/api/v1/launches/${encodeURIComponent(this.launch.launchId)}/content-token`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.launch.commitToken}` },
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(30_000),
    });
    return response.ok ? ((await response.json()) as ContentToken) : null;
  }
}
