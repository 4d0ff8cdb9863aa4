import type { Launch } from '@lms/contracts';
import { ENDED_NOTE } from '@lms/domain';
import type { FrameMessage, Go, Sco } from '@lms/web-delivery';
import type { EntryLog } from '../entry-log.js';
import type { Keepalive } from '../keepalive.js';
import type { CallLog } from '../log/call-log.js';
import { partAddress } from '../part-address.js';
import type { Dialect } from '../runtime/dialect.js';
import { Visit } from '../runtime/visit.js';
import type { Outcome, Route } from '../route/route.js';
import type { Stage } from '../stage.js';
import { AwakeClock } from '../time/awake-clock.js';
import { words } from '../words.js';
import type { Notes } from './notes.js';
import type { Parts } from './parts.js';

export interface CourseDeps {
  launch: Pick<Launch, 'learner'>;
  dialect: Dialect;
  parts: Parts;
  route: Route;
  notes: Notes;
  log: EntryLog;
  calls: CallLog;
  keepalive: Pick<Keepalive, 'send'>;
  stage: Pick<Stage, 'show' | 'clear' | 'notice'>;
  say: (message: FrameMessage) => void;
}

type Closing = 'by-itself' | 'stepping' | 'leaving';

/** One launch of a package: which part is open, what its runtime says, and where it goes on. */
export class Course {
  #open: { sco: Sco; visit: Visit; clock: AwakeClock } | null = null;
  #closing: Closing = 'by-itself';
  #step: Go | null = null;
  #moved: Outcome = 'stay';
  #contentsDue = false;

  constructor(private readonly deps: CourseDeps) {}

  /** @param wanted the part to begin with; empty for where the learner was */
  start(wanted: string): void {
    const { route, notes, parts } = this.deps;
    const first = route.begin(wanted || notes.at);
    if (first === 'stay' && parts.scos.size === 0) this.deps.say({ type: 'failed', reason: 'no-such-part' });
    else this.#follow(first);
  }

  /** The learner's own step. One that is not allowed is not taken, and the part stays open. */
  go(step: Go): void {
    const { route } = this.deps;
    if (step.to === 'part' ? !route.mayChoose(step.identifier) : route.can(step.to) !== 'yes')
      return this.#tellContents();
    const before = this.#open;
    this.#step = step;
    this.close('stepping');
    this.#step = null;
    // Where the content finished as it was taken away, the runtime has taken the step with it.
    const outcome = this.#moved === 'stay' ? route.go(step, before?.visit.hasEnded ?? true) : this.#moved;
    const back =
      outcome === 'stay' && before ? route.go({ to: 'part', identifier: before.sco.identifier }, true) : outcome;
    this.#follow(back);
  }

  /** Takes the open part away, lets it say its last words and notes its time. */
  close(how: Closing = 'leaving'): void {
    this.#closing = how;
    this.#moved = 'stay';
    this.deps.stage.clear();
    const open = this.#open;
    if (open !== null) {
      this.#noteTime();
      if (how === 'leaving' && !open.visit.hasEnded) this.deps.route.leave();
      this.deps.parts.left(open.sco.identifier, open.visit);
      open.visit.shut();
      this.#open = null;
      if (how === 'leaving') this.#keepNotes();
    }
    this.deps.log.flush();
    this.#closing = 'by-itself';
  }

  /** The page is going: from now on every value is written at once. The content's own `unload` may still come. */
  leaving(leaving: boolean): void {
    this.#closing = leaving ? 'leaving' : 'by-itself';
    this.deps.log.setLeaving(leaving);
    if (leaving) this.sendRemainder();
  }

  /** Notes the time and sends what is small; phones end hidden pages without another word. */
  sendRemainder(): void {
    this.#noteTime();
    this.deps.log.flush();
    this.deps.keepalive.send(this.deps.log.unconfirmed.values());
  }

  /** Call it now and then, so that sleep is told from time spent. */
  beat(): void {
    this.#open?.clock.beat();
  }

  #follow(outcome: Outcome): void {
    if (outcome === 'closed') {
      this.close('by-itself');
      this.#keepNotes();
      this.#tellContents();
      return this.deps.say({ type: 'closed' });
    }
    if (outcome === 'stay') this.deps.stage.notice(words.chooseTitle, words.choose);
    else this.#openPart(outcome.open);
    this.#tellContents();
  }

  #openPart(identifier: string): void {
    const { dialect, parts, route, log, stage, say, launch } = this.deps;
    const sco = parts.scos.get(identifier);
    const address = sco ? partAddress(sco.href, location.origin) : null;
    if (!sco || address === null) return say({ type: 'failed', reason: 'no-such-part' });
    const clock = new AwakeClock();
    const engine = route.engine();
    const visit = new Visit({
      ...parts.visitOf(identifier),
      ...(engine && { engine }),
      dialect,
      clock,
      learner: launch.learner,
      events: {
        began: () => this.#began(sco),
        set: (element, value) => this.#set(sco, element, value),
        commit: () => this.#commit(),
        ending: () => route.ending(this.#closing, this.#step),
        ended: (concluded) => this.#ended(sco, visit, concluded),
        called: (call) => this.deps.calls.add(identifier, call),
      },
    });
    this.#open = { sco, visit, clock };
    parts.opened(identifier, visit);
    Object.defineProperty(window, dialect.apiName, { value: visit.api, configurable: true });
    stage.show(address, sco.title, () => {
      if (!sco.reports) log.end(identifier, { [dialect.completion]: 'completed' });
    });
    this.#keepNotes();
    this.#tellLocation(sco, visit.elements()[dialect.location] ?? '');
  }

  #began(sco: Sco): void {
    const { parts, log } = this.deps;
    for (const [element, value] of parts.cleared(sco.identifier)) log.set(sco.identifier, element, value);
    // What the rules allow is known for certain only while the part talks.
    this.#contentsSoon();
  }

  #set(sco: Sco, element: string, value: string): void {
    const { dialect, log } = this.deps;
    log.set(sco.identifier, element, value);
    if (element === dialect.location) this.#tellLocation(sco, value);
    if (dialect.concluded.includes(element)) this.#contentsSoon();
  }

  #ended(sco: Sco, visit: Visit, concluded: Record<string, string>): void {
    const { log, route, say } = this.deps;
    log.end(sco.identifier, { ...concluded, [ENDED_NOTE]: 'true' });
    say({ type: 'ended', sco: sco.identifier });
    const wish = this.#closing === 'by-itself' ? visit.said('adl.nav.request') : '';
    const outcome = route.ended(wish);
    this.#keepNotes();
    this.#commit();
    this.#moved = outcome;
    if (this.#closing !== 'by-itself') return;
    this.#contentsSoon();
    // The content is still inside its own call: it is taken away when that has returned.
    if (outcome !== 'stay') setTimeout(() => this.#moveOn(sco, outcome), 0);
  }

  #moveOn(from: Sco, outcome: Outcome): void {
    if (this.#open?.sco !== from) return;
    this.close('stepping');
    this.#follow(outcome);
  }

  #commit(): void {
    this.deps.log.flush();
    if (this.#closing === 'leaving') this.sendRemainder();
  }

  #noteTime(): void {
    const open = this.#open;
    if (open === null) return;
    for (const [element, value] of Object.entries(open.visit.unreportedTime())) {
      this.deps.log.set(open.sco.identifier, element, value);
    }
  }

  #keepNotes(): void {
    const { notes, route, parts } = this.deps;
    if (parts.scos.size > 1 || route.state() !== null) notes.keep(this.#open?.sco.identifier ?? null, route.state());
  }

  #contentsSoon(): void {
    if (this.#contentsDue) return;
    this.#contentsDue = true;
    queueMicrotask(() => {
      this.#contentsDue = false;
      this.#tellContents();
    });
  }

  #tellContents(): void {
    const contents = this.deps.parts.contents(this.deps.route, this.#open?.sco.identifier ?? null);
    this.deps.say({ type: 'contents', contents });
  }

  #tellLocation(sco: Sco, location: string): void {
    this.deps.say({ type: 'location', sco: sco.identifier, title: sco.title, location: location.slice(0, 1000) });
  }
}
