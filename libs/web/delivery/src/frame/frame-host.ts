import type { CommitEntry, Launch, OpenedActivity } from '@lms/contracts';
import type {
  AppMessage,
  Contents,
  FrameMessage,
  Go,
  Leftover,
  SequenceNumbers,
  Standard,
} from '../protocol/messages.js';
import { readFrameMessage } from '../protocol/read-frame-message.js';
import type { PlayerQueue } from '../queue/player-queue.js';
import type { Fetch } from '../queue/send-batch.js';
import { ContentTokenRenewal } from './content-token.js';
import { frameAddress, offerPort } from './offer-port.js';
import type { RuntimeLogSender } from './runtime-log-sender.js';

export type HostEvent =
  | { type: 'started'; launch: Launch }
  | { type: 'location'; sco: string; title: string; location: string }
  | { type: 'ended'; sco: string }
  | { type: 'contents'; contents: Contents }
  | { type: 'closed' }
  | { type: 'superseded' }
  | { type: 'not-kept' }
  | { type: 'failed'; reason: 'no-such-part' | 'not-started' | 'no-launch' | 'navigated-away' };

/** A SCORM activity that has been opened. */
export type OpenedPackage = OpenedActivity & { kind: Standard; contentOrigin: string; contentToken: string };

export function isPackage(opened: OpenedActivity): opened is OpenedPackage {
  const scorm = opened.kind === 'scorm12' || opened.kind === 'scorm2004';
  return scorm && opened.contentOrigin !== null && opened.contentToken !== null;
}

export interface HostDeps {
  iframe: HTMLIFrameElement;
  opened: OpenedPackage;
  /** The part to begin with; where the learner was when left out. */
  startSco?: string;
  /** Takes what the content calls; left out, nobody is told. */
  calls?: Pick<RuntimeLogSender, 'begin' | 'add'>;
  queue: PlayerQueue;
  /** Begins the launch (`POST /my/attempts/:id/launches`); called once, after the leftovers have been handed in. */
  begin: () => Promise<Launch>;
  onEvent: (event: HostEvent) => void;
  fetch: Fetch;
  /** Longest wait for leftovers to reach the server before the state is read, in milliseconds. */
  leftoverPatienceMs?: number;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The app's side of one visit to uploaded content. */
export class FrameHost {
  #port: MessagePort | null = null;
  #launch: Launch | null = null;
  #renewal: ContentTokenRenewal | null = null;
  #begun = false;
  #left: (() => void) | null = null;
  readonly #stop = new AbortController();

  constructor(private readonly deps: HostDeps) {}

  /** Loads the content host's frame into the iframe; everything after that comes as events. */
  open(): void {
    const { iframe, opened, queue } = this.deps;
    const address = frameAddress(opened.contentOrigin, opened.contentToken);
    this.#port = offerPort(iframe, address, () => this.#failed('navigated-away'), this.#stop.signal);
    this.#port.onmessage = (event: MessageEvent<unknown>) => {
      const message = readFrameMessage(event.data);
      if (message) void this.#receive(message);
    };
    const stopListening = queue.onEvent((event) => {
      if (event.type === 'superseded' && event.launchId === this.#launch?.launchId) this.#supersede();
    });
    this.#stop.signal.addEventListener('abort', stopListening);
    const awake = (): void => this.#renewal?.check();
    for (const name of ['online', 'focus', 'pageshow']) {
      window.addEventListener(name, awake, { signal: this.#stop.signal });
    }
  }

  /**
   * Lets the content say its last words, then stops. Call it before taking the iframe out of the page. Resolves in
   * `patienceMs` at the latest; what was not said by then lies in the content host's journal.
   */
  async leave(patienceMs = 1500): Promise<void> {
    if (this.#launch && !this.#stop.signal.aborted) {
      const left = new Promise<void>((resolve) => (this.#left = resolve));
      this.#say({ type: 'leave' });
      await Promise.race([left, wait(patienceMs)]);
    }
    this.close();
  }

  /** Asks the content host to go on to another part. */
  go(go: Go): void {
    if (this.#launch) this.#say({ type: 'go', go });
  }

  /** Stops at once: no renewals, no further events. The port is left to run dry. */
  close(): void {
    this.#renewal?.stop();
    this.#stop.abort();
  }

  async #receive(message: FrameMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#begin(message.leftovers);
      case 'entry':
        return this.#keep(message.entry);
      case 'left':
        return this.#left?.();
      case 'failed':
        return this.#failed(message.reason);
      case 'calls':
        return this.deps.calls?.add(message.calls);
      default:
        return this.#tell(message);
    }
  }

  async #begin(leftovers: Leftover[]): Promise<void> {
    if (this.#begun || this.#stop.signal.aborted) return;
    this.#begun = true;
    await this.#takeOver(leftovers);
    const { opened, begin, queue, fetch } = this.deps;
    const launch = await begin().catch(() => null);
    if (this.#stop.signal.aborted) return;
    if (launch === null) return this.#failed('no-launch');
    this.#launch = launch;
    queue.lead(launch);
    this.deps.calls?.begin(launch);
    const { startSco = '' } = this.deps;
    this.#say({ type: 'start', launch, standard: opened.kind, scos: opened.scos, startSco });
    this.#renewal = new ContentTokenRenewal(fetch, launch, (contentToken) =>
      this.#say({ type: 'renew', contentToken }),
    );
    this.#renewal.start(opened.contentTokenSeconds ?? 600);
    this.#tell({ type: 'started', launch });
  }

  async #takeOver(leftovers: Leftover[]): Promise<void> {
    const { queue, leftoverPatienceMs = 10_000 } = this.deps;
    const kept: SequenceNumbers[] = [];
    for (const { launchId, commitToken, entries, calls } of leftovers) {
      this.deps.calls?.add(calls, { launchId, commitToken });
      const stored = await queue.add(launchId, commitToken, entries).then(
        () => true,
        () => false,
      );
      if (stored) kept.push({ launchId, seqs: entries.map((entry) => entry.seq) });
    }
    this.#say({ type: 'leftovers-kept', kept });
    // What waits on this device goes first, another tab's of the same attempt included: the launch reads the state after it.
    const sent = queue.flushAll().catch(() => undefined);
    await Promise.race([sent, wait(leftoverPatienceMs)]);
  }

  async #keep(entry: CommitEntry): Promise<void> {
    const launch = this.#launch;
    if (launch === null) return;
    try {
      await this.deps.queue.add(launch.launchId, launch.commitToken, [entry]);
      this.#say({ type: 'acked', launchId: launch.launchId, seqs: [entry.seq] });
    } catch {
      // Not acknowledged, so the frame's own journal still has it.
      this.#tell({ type: 'not-kept' });
    }
  }

  #supersede(): void {
    this.#say({ type: 'superseded' });
    this.#renewal?.stop();
    this.#tell({ type: 'superseded' });
  }

  #failed(reason: Extract<HostEvent, { type: 'failed' }>['reason']): void {
    this.#renewal?.stop();
    this.#tell({ type: 'failed', reason });
  }

  #say(message: AppMessage): void {
    this.#port?.postMessage(message);
  }

  #tell(event: HostEvent): void {
    if (!this.#stop.signal.aborted) this.deps.onEvent(event);
  }
}
