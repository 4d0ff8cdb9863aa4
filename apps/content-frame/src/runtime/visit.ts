import type { Launch } from '@lms/contracts';
import { ENDED_NOTE, entryOf, parseSessionTime } from '@lms/domain';
import type { AwakeClock } from '../time/awake-clock.js';
import { sessionTime } from '../time/session-time.js';
import { concludedFor } from './conclude.js';
import type { Call, Dialect, Engine } from './dialect.js';
import type { ScoState } from './restore.js';
import { restore } from './restore.js';

/** What the content called, what it was answered, and the error number when it was refused. */
export interface MadeCall {
  call: string;
  element: string;
  value: string;
  answer: string;
  error: string;
}

export interface VisitEvents {
  /** The content has begun to talk. */
  began(): void;
  set(element: string, value: string): void;
  /** The content asked for what it set to be safe now. */
  commit(): void;
  /** The content is about to terminate: the last moment before the runtime draws its conclusions. */
  ending(): void;
  /** The content terminated; `concluded` is what the runtime itself set on the way. */
  ended(concluded: Record<string, string>): void;
  called(call: MadeCall): void;
}

export interface VisitDeps {
  dialect: Dialect;
  /** Not initialised; one of its own unless a course has one for all its parts. */
  engine?: Engine;
  state: ScoState;
  learner: Launch['learner'];
  events: VisitEvents;
  clock: AwakeClock;
  /** Hundredths of a second of earlier visits to this part within the same launch. */
  earlier?: number;
  /** False when the package promises to say itself when it is complete (`completionSetByContent`). */
  concludes?: boolean;
}

const longest = 64_000;
const quiet = new Set<Call>(['getLastError', 'getErrorString', 'getDiagnostic']);
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** One visit to one part of a package: the runtime behind the eight functions that the content may call. */
export class Visit {
  /** What the content finds on the window. The library's own object stays out of its reach. */
  readonly api: Readonly<Record<string, (...parameters: unknown[]) => string>>;
  readonly #engine: Engine;
  readonly #sets = new Map<string, string>();
  #began = false;
  #ownError: string | null = null;
  #shut = false;

  constructor(private readonly deps: VisitDeps) {
    this.#engine = deps.engine ?? deps.dialect.engine();
    restore(this.#engine, deps.dialect, deps.state, deps.learner);
    this.api = this.#expose();
  }

  get hasBegun(): boolean {
    return this.#began;
  }

  get hasEnded(): boolean {
    return this.#engine.isTerminated();
  }

  /** The last value that the content set in this visit. */
  said(element: string): string {
    return this.#sets.get(element) ?? '';
  }

  /** Everything known of the part now. */
  elements(): Record<string, string> {
    return { ...this.deps.state.elements, ...Object.fromEntries(this.#sets) };
  }

  /** Hundredths of a second that this launch has spent in the part. */
  spent(): number {
    if (!this.#began) return this.deps.earlier ?? 0;
    const said = this.#sets.get(this.deps.dialect.sessionTime);
    return parseSessionTime(said ?? this.#time(null));
  }

  /** From now on nobody is answered: a window that the content opened may still hold on to the functions. */
  shut(): void {
    this.#shut = true;
  }

  /** The state in which a second visit within the same launch would begin. */
  resumed(): ScoState {
    const { state, dialect, earlier = 0 } = this.deps;
    const elements = this.elements();
    elements[ENDED_NOTE] = this.hasEnded ? 'true' : '';
    const totalTime = state.totalTime + Math.max(0, this.spent() - earlier);
    return { ...state, elements, totalTime, entry: entryOf(dialect.standard, elements) };
  }

  /** The time of this visit as we measured it, unless the content told its own or never began. */
  unreportedTime(): Record<string, string> {
    return this.#began && !this.hasEnded ? this.#ownTime() : {};
  }

  #ownTime(): Record<string, string> {
    const { sessionTime: element } = this.deps.dialect;
    return this.#sets.has(element) ? {} : { [element]: this.#time(null) };
  }

  #time(said: string | null): string {
    const { dialect, earlier = 0, clock } = this.deps;
    return sessionTime(dialect.standard, said, earlier, clock);
  }

  #expose(): Visit['api'] {
    const engine = this.#engine;
    const calls: Record<Call, (...parameters: unknown[]) => string> = {
      initialize: (parameter) => this.#initialize(text(parameter)),
      terminate: (parameter) => this.#terminate(text(parameter)),
      getValue: (element) => this.#fresh(() => engine.lmsGetValue(text(element))),
      setValue: (element, value) => this.#setValue(text(element), text(value)),
      commit: (parameter) => this.#commit(text(parameter)),
      getLastError: () => this.#lastError(),
      getErrorString: (code) => engine.lmsGetErrorString(text(code)),
      getDiagnostic: (code) => engine.lmsGetDiagnostic(text(code)),
    };
    const entries = Object.entries(this.deps.dialect.names).map(
      ([call, name]) => [name, this.#noted(call as Call, name, calls[call as Call])] as const,
    );
    return Object.freeze(Object.fromEntries(entries));
  }

  #noted(call: Call, name: string, answerTo: (...parameters: unknown[]) => string): (...p: unknown[]) => string {
    return (...parameters) => {
      if (this.#shut) return call === 'getLastError' ? this.deps.dialect.setAfterTerminate : 'false';
      const answer = text(answerTo(...parameters));
      if (quiet.has(call)) return answer;
      const code = answer === 'false' || answer === '' ? this.#lastError() : '0';
      const error = code === '0' ? '' : code;
      const [element, value] = [text(parameters[0]), text(parameters[1])];
      this.deps.events.called({ call: name, element, value, answer, error });
      return answer;
    };
  }

  #lastError(): string {
    return this.#ownError ?? this.#engine.lmsGetLastError();
  }

  #fresh<Result>(call: () => Result): Result {
    this.#ownError = null;
    return call();
  }

  #initialize(parameter: string): string {
    const answer = this.#fresh(() => this.#engine.lmsInitialize(parameter));
    if (answer === 'true' && !this.#began) {
      this.#began = true;
      this.deps.events.began();
    }
    return answer;
  }

  #setValue(element: string, value: string): string {
    const { dialect, events } = this.deps;
    // The library takes values after LMSFinish; RTE 3.3 does not.
    if (this.hasEnded) return this.#refuse(dialect.setAfterTerminate);
    if (value.length > longest) return this.#refuse(dialect.tooLong);
    const answer = this.#fresh(() => this.#engine.lmsSetValue(element, value));
    if (answer !== 'true') return answer;
    // Many 1.2 packages say "normal", which the standard writes as nothing.
    const plain = element === 'cmi.core.exit' && value === 'normal' ? '' : value;
    const meant = element === dialect.sessionTime ? this.#time(value) : plain;
    this.#sets.set(element, meant);
    events.set(element, meant);
    return answer;
  }

  #commit(parameter: string): string {
    const answer = this.#fresh(() => this.#engine.lmsCommit(parameter));
    if (answer === 'true') this.deps.events.commit();
    return answer;
  }

  #terminate(parameter: string): string {
    const { dialect, events, concludes = true } = this.deps;
    const wasTerminated = this.hasEnded;
    if (!wasTerminated && this.#engine.isInitialized()) events.ending();
    const before = dialect.concluded.map((element) => text(this.#engine.getCMIValue(element)));
    const answer = this.#fresh(() => this.#engine.lmsFinish(parameter));
    if (wasTerminated || !this.hasEnded) return answer;
    const changed: Record<string, string> = this.#ownTime();
    dialect.concluded.forEach((element, at) => {
      const after = text(this.#engine.getCMIValue(element));
      if (after !== before[at]) changed[element] = after;
    });
    const suspends = this.said(dialect.exit) === 'suspend';
    if (concludes && !suspends && !this.#sets.has(dialect.completion) && !(dialect.completion in changed)) {
      Object.assign(changed, concludedFor(dialect, this.#engine));
    }
    for (const [element, value] of Object.entries(changed)) this.#sets.set(element, value);
    events.ended(changed);
    return answer;
  }

  #refuse(error: string): string {
    this.#ownError = error;
    return 'false';
  }
}
