import type { CommitEntry, CommitResult, Launch } from '@lms/contracts';
import type { Random } from './random.js';
import { Device, Tab } from './tab.js';

export interface LearnerPlan {
  name: string;
  personId: string;
  activityId: string;
  sco: string;
  origin: string;
  network: EventTarget;
  token: () => Promise<string>;
  random: Random;
  /** Pages to turn before the course is done. */
  pages: number;
}

export interface Counts {
  written: number;
  acknowledged: number;
  tabsClosed: number;
  resumed: number;
  takenOver: number;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function pageIn(data: string): number {
  try {
    return (JSON.parse(data) as { page: number }).page;
  } catch {
    return NaN;
  }
}

/**
 * A learner who turns pages, with tabs that close and devices that change, and who remembers what was acknowledged: no launch
 * may begin before that.
 */
export class LearnerSession {
  readonly counts: Counts = { written: 0, acknowledged: 0, tabsClosed: 0, resumed: 0, takenOver: 0 };
  /** By launch and number: what the server has acknowledged. */
  readonly acknowledged = new Map<string, Set<number>>();
  readonly faults: string[] = [];
  readonly #entries = new Map<string, Map<number, CommitEntry>>();
  readonly #devices: Device[];
  #tab: Tab | null = null;
  /** The page that the learner has certainly reached, as far as the server's word goes. */
  #certain = 0;
  #page = 0;
  #furthest = 0;
  done = false;

  constructor(private readonly plan: LearnerPlan) {
    this.#devices = ['phone', 'desk'].map((kind) => new Device(`${plan.name}-${kind}`));
  }

  /** Learns until the course is done, whatever happens on the way. */
  async run(): Promise<void> {
    const { random } = this.plan;
    let device = this.#devices[0] as Device;
    let tab = await this.#openUntilItWorks(device);
    while (!this.done) {
      const stops = random.chance(0.75) ? random.between(1, 8) : Infinity;
      await this.#turnPages(tab, stops);
      if (this.done) break;
      this.counts.tabsClosed += 1;
      if (random.chance(0.15)) {
        // Goes on elsewhere while the first tab stays open, and has its last words later.
        this.counts.takenOver += 1;
        device = this.#devices[device === this.#devices[0] ? 1 : 0] as Device;
        tab = await this.#openUntilItWorks(device, tab);
      } else {
        await tab.close(random.chance(0.5));
        tab = await this.#openUntilItWorks(device);
      }
    }
  }

  /** What is on any of the devices arrives. Call it when the network is good again. */
  async settle(): Promise<void> {
    await this.#tab?.close(true);
    for (const device of this.#devices) {
      const tab = this.#newTab(device);
      await tab.flush();
      await tab.close(false);
    }
  }

  /** Opens once more: the course resumes at the page at which it was finished, and with every answer. */
  async resumeOnce(): Promise<void> {
    const tab = this.#newTab(this.#devices[0] as Device);
    const launch = await tab.open(this.plan.activityId);
    await tab.close(false);
    const last = this.#page;
    this.#check(launch);
    if (this.#page !== last) this.faults.push(`${this.plan.name}: ends at page ${this.#page} of ${last}`);
  }

  /**
   * True when a page further on than the last one was turned on a device without signal, before another device took over: what
   * arrives from there later is kept, but must not overwrite.
   */
  get isOvertaken(): boolean {
    return this.#furthest > this.#page;
  }

  async #openUntilItWorks(device: Device, older?: Tab): Promise<Tab> {
    for (;;) {
      const tab = this.#newTab(device);
      try {
        const launch = await tab.open(this.plan.activityId);
        this.#check(launch);
        this.#tab = tab;
        if (older && !older.isGone) await this.#interfere(older);
        return tab;
      } catch {
        // As a learner would: the page says that it did not work, and it is opened again.
        await tab.close(false);
        await wait(this.plan.random.between(100, 600));
      }
    }
  }

  /** The older window goes on for a moment; it must not overwrite anything. */
  async #interfere(older: Tab): Promise<void> {
    older.set(this.plan.sco, { 'cmi.core.lesson_location': 'overwritten', 'cmi.suspend_data': 'overwritten' });
    await wait(this.plan.random.between(0, 200));
    await older.close(false);
  }

  async #turnPages(tab: Tab, stops: number): Promise<void> {
    const { random, sco, pages } = this.plan;
    for (let turned = 0; turned < stops; turned += 1) {
      await wait(random.between(10, 250));
      if (this.#page >= pages) {
        tab.end(sco, { 'cmi.core.lesson_status': 'completed', 'cmi.core.exit': '' });
        await tab.flush();
        this.done = true;
        return;
      }
      this.#turn(tab);
      if (random.chance(0.3)) this.#turn(tab);
    }
  }

  #turn(tab: Tab): void {
    const page = this.#page;
    this.#page += 1;
    this.#furthest = Math.max(this.#furthest, this.#page);
    tab.set(this.plan.sco, {
      [`cmi.interactions.${page}.id`]: `q${page}`,
      'cmi.core.lesson_location': String(this.#page),
      'cmi.suspend_data': JSON.stringify({ page: this.#page, filler: 'x'.repeat(this.plan.random.between(0, 400)) }),
    });
  }

  #newTab(device: Device): Tab {
    const { origin, network, token, random } = this.plan;
    return new Tab(device, origin, network, token, random.fork(), {
      written: (launchId, entry) => {
        this.counts.written += 1;
        const known = this.#entries.get(launchId) ?? new Map<number, CommitEntry>();
        this.#entries.set(launchId, known.set(entry.seq, entry));
      },
      acknowledged: (launchId, seqs, result) => this.#heard(launchId, seqs, result),
    });
  }

  #heard(launchId: string, seqs: number[], result: CommitResult): void {
    const set = this.acknowledged.get(launchId) ?? new Set<number>();
    this.acknowledged.set(launchId, set);
    for (const seq of seqs) {
      set.add(seq);
      this.counts.acknowledged += 1;
      // A window that was taken over is acknowledged, but changes nothing.
      if (result.superseded) continue;
      const page = Number(this.#entries.get(launchId)?.get(seq)?.set?.['cmi.core.lesson_location'] ?? 0);
      if (page > this.#certain) this.#certain = page;
    }
  }

  #check(launch: Launch): void {
    const page = this.#pageOf(launch);
    this.counts.resumed += 1;
    const { name } = this.plan;
    if (page < this.#certain)
      this.faults.push(`${name}: resumed at page ${page}, but page ${this.#certain} was acknowledged`);
    if (page > this.#furthest) this.faults.push(`${name}: resumed at page ${page}, never reached`);
    const elements = launch.states[0]?.elements ?? {};
    for (let at = 0; at < page; at += 1) {
      if (elements[`cmi.interactions.${at}.id`] !== `q${at}`)
        this.faults.push(`${name}: answer ${at} of ${page} is missing`);
    }
    this.#page = page;
  }

  #pageOf(launch: Launch): number {
    const elements = launch.states[0]?.elements ?? {};
    const page = Number(elements['cmi.core.lesson_location'] ?? 0);
    if (!Number.isInteger(page)) this.faults.push(`${this.plan.name}: an older window overwrote the state`);
    const data = elements['cmi.suspend_data'];
    const told = data ? pageIn(data) : 0;
    if (told !== page)
      this.faults.push(`${this.plan.name}: location ${page} and data of page ${told} do not belong together`);
    return Number.isInteger(page) ? page : 0;
  }
}
