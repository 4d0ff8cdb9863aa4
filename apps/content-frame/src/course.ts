import type { Launch } from '@lms/contracts';
import type { FrameMessage, Sco, Standard } from '@lms/web-delivery';
import type { EntryLog } from './entry-log.js';
import type { Keepalive } from './keepalive.js';
import { freshState } from './runtime/restore.js';
import type { ScoState } from './runtime/restore.js';
import { scorm12 } from './runtime/scorm12.js';
import { scorm2004 } from './runtime/scorm2004.js';
import { Visit } from './runtime/visit.js';
import type { Stage } from './stage.js';

/** The address of a part on this host, or null when its path leads away from the package. */
export function partAddress(href: string, origin: string): string | null {
  try {
    const address = new URL(href.replace(/^\/+/, ''), `${origin}/`);
    const ours = decodeURIComponent(address.pathname).startsWith('/__waymark');
    return address.origin === origin && !ours ? address.href : null;
  } catch {
    return null;
  }
}

/** One launch of a package: which part is open, and what its runtime says goes into the log. */
export class Course {
  readonly #states: Map<string, ScoState>;
  #open: { sco: Sco; visit: Visit } | null = null;
  #leaving = false;

  constructor(
    private readonly launch: Launch,
    private readonly standard: Standard,
    private readonly log: EntryLog,
    private readonly keepalive: Keepalive,
    private readonly stage: Stage,
    private readonly say: (message: FrameMessage) => void,
  ) {
    this.#states = new Map(launch.states.map((state) => [state.sco, state]));
  }

  start(scos: Sco[], startSco: string): void {
    const first = scos.find((sco) => sco.identifier === startSco) ?? scos[0];
    this.stage.listParts(scos, (sco) => this.open(sco));
    for (const sco of scos) if (this.#states.get(sco.identifier)?.done) this.stage.markDone(sco);
    if (first) this.open(first);
    else this.say({ type: 'failed', reason: 'no-such-part' });
  }

  open(sco: Sco): void {
    this.close();
    const address = partAddress(sco.href, location.origin);
    if (address === null) return this.say({ type: 'failed', reason: 'no-such-part' });
    const dialect = this.standard === 'scorm12' ? scorm12 : scorm2004;
    const state = this.#states.get(sco.identifier) ?? freshState(sco.identifier);
    const visit = new Visit(dialect, state, this.launch.learner, {
      set: (element, value) => {
        this.log.set(sco.identifier, element, value);
        if (element === dialect.location) this.#tellLocation(sco, value);
      },
      commit: () => this.#commit(),
      ended: (concluded) => {
        this.log.end(sco.identifier, concluded);
        this.say({ type: 'ended', sco: sco.identifier });
        this.#commit();
      },
    });
    this.#open = { sco, visit };
    Object.defineProperty(window, dialect.apiName, { value: visit.api, configurable: true });
    this.stage.markCurrent(sco.identifier);
    this.stage.show(address, sco.title, () => {
      if (!sco.reports) this.log.end(sco.identifier, { [dialect.completion]: 'completed' });
    });
    this.#tellLocation(sco, state.elements[dialect.location] ?? '');
  }

  /** Takes the open part away, lets it say its last words and notes its time. */
  close(): void {
    this.stage.clear();
    const open = this.#open;
    if (open === null) return;
    this.#noteTime();
    this.log.flush();
    const { sco, visit } = open;
    this.#states.set(sco.identifier, visit.resumed(this.#states.get(sco.identifier) ?? freshState(sco.identifier)));
    this.#open = null;
  }

  /** The page is going: from now on every value is written at once. The content's own `unload` may still come. */
  leaving(leaving: boolean): void {
    this.#leaving = leaving;
    this.log.setLeaving(leaving);
    if (leaving) this.sendRemainder();
  }

  /** Notes the time and sends what is small; phones end hidden pages without another word. */
  sendRemainder(): void {
    this.#noteTime();
    this.log.flush();
    this.keepalive.send(this.log.unconfirmed.values());
  }

  #commit(): void {
    this.log.flush();
    if (this.#leaving) this.sendRemainder();
  }

  #noteTime(): void {
    const open = this.#open;
    if (open === null) return;
    for (const [element, value] of Object.entries(open.visit.unreportedTime())) {
      this.log.set(open.sco.identifier, element, value);
    }
  }

  #tellLocation(sco: Sco, location: string): void {
    this.say({ type: 'location', sco: sco.identifier, title: sco.title, location: location.slice(0, 1000) });
  }
}
