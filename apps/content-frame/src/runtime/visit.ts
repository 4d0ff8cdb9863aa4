import type { Launch } from '@lms/contracts';
import type { Call, Dialect, Engine } from './dialect.js';
import type { ScoState } from './restore.js';
import { restore } from './restore.js';

export interface VisitEvents {
  set(element: string, value: string): void;
  /** The content asked for what it set to be safe now. */
  commit(): void;
  /** The content terminated; `concluded` is what the runtime itself set on the way. */
  ended(concluded: Record<string, string>): void;
}

const longest = 64_000;

/** One visit to one part of a package: the runtime behind the eight functions that the content may call. */
export class Visit {
  /** What the content finds on the window. The library's own object stays out of its reach. */
  readonly api: Readonly<Record<string, (...parameters: unknown[]) => string>>;
  readonly #engine: Engine;
  readonly #sets = new Map<string, string>();
  #startedAt: number | null = null;
  #ownError: string | null = null;

  constructor(
    private readonly dialect: Dialect,
    state: ScoState,
    learner: Launch['learner'],
    private readonly events: VisitEvents,
    private readonly now: () => number = Date.now,
  ) {
    this.#engine = dialect.engine();
    restore(this.#engine, dialect, state, learner);
    this.api = this.#expose();
  }

  /** The state in which a second visit within the same launch would begin. */
  resumed(before: ScoState): ScoState {
    const elements = { ...before.elements, ...Object.fromEntries(this.#sets) };
    const suspended = this.#sets.get(this.dialect.sessionTime.replace('session_time', 'exit')) === 'suspend';
    const totalTime = before.totalTime + this.#measured();
    return { ...before, elements, totalTime, entry: suspended ? 'resume' : '' };
  }

  /** The time of this visit as we measured it, unless the content told its own or never began. */
  unreportedTime(): Record<string, string> {
    if (this.#startedAt === null || this.#engine.isTerminated()) return {};
    return this.#ownTime();
  }

  #ownTime(): Record<string, string> {
    const { sessionTime, duration } = this.dialect;
    return this.#sets.has(sessionTime) ? {} : { [sessionTime]: duration(this.#measured()) };
  }

  #measured(): number {
    return this.#startedAt === null ? 0 : Math.max(0, Math.round((this.now() - this.#startedAt) / 10));
  }

  #expose(): Visit['api'] {
    const engine = this.#engine;
    const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
    const calls: Record<Call, (...parameters: unknown[]) => string> = {
      initialize: (parameter) => this.#initialize(text(parameter)),
      terminate: (parameter) => this.#terminate(text(parameter)),
      getValue: (element) => this.#fresh(() => engine.lmsGetValue(text(element))),
      setValue: (element, value) => this.#setValue(text(element), text(value)),
      commit: (parameter) => this.#commit(text(parameter)),
      getLastError: () => this.#ownError ?? engine.lmsGetLastError(),
      getErrorString: (code) => engine.lmsGetErrorString(text(code)),
      getDiagnostic: (code) => engine.lmsGetDiagnostic(text(code)),
    };
    const entries = Object.entries(this.dialect.names).map(([call, name]) => [name, calls[call as Call]] as const);
    return Object.freeze(Object.fromEntries(entries));
  }

  #fresh<Result>(call: () => Result): Result {
    this.#ownError = null;
    return call();
  }

  #initialize(parameter: string): string {
    const answer = this.#fresh(() => this.#engine.lmsInitialize(parameter));
    if (answer === 'true') this.#startedAt ??= this.now();
    return answer;
  }

  #setValue(element: string, value: string): string {
    // The library takes values after LMSFinish; RTE 3.3 does not.
    if (this.#engine.isTerminated()) return this.#refuse(this.dialect.setAfterTerminate);
    if (value.length > longest) return this.#refuse(this.dialect.tooLong);
    const answer = this.#fresh(() => this.#engine.lmsSetValue(element, value));
    if (answer !== 'true') return answer;
    // Many 1.2 packages say "normal", which the standard writes as nothing.
    const meant = element === 'cmi.core.exit' && value === 'normal' ? '' : value;
    this.#sets.set(element, meant);
    this.events.set(element, meant);
    return answer;
  }

  #commit(parameter: string): string {
    const answer = this.#fresh(() => this.#engine.lmsCommit(parameter));
    if (answer === 'true') this.events.commit();
    return answer;
  }

  #terminate(parameter: string): string {
    const { concluded } = this.dialect;
    const wasTerminated = this.#engine.isTerminated();
    const before = concluded.map((element) => this.#engine.getCMIValue(element));
    const answer = this.#fresh(() => this.#engine.lmsFinish(parameter));
    if (wasTerminated || !this.#engine.isTerminated()) return answer;
    const changed: Record<string, string> = this.#ownTime();
    concluded.forEach((element, at) => {
      const after = String(this.#engine.getCMIValue(element));
      if (after !== String(before[at])) changed[element] = after;
    });
    for (const [element, value] of Object.entries(changed)) this.#sets.set(element, value);
    this.events.ended(changed);
    return answer;
  }

  #refuse(error: string): string {
    this.#ownError = error;
    return 'false';
  }
}
