import type { HandedIn, HandInRequest, QuizAnswer, QuizRun, SaveAnswersRequest, SavedAnswers } from '@lms/contracts';
import { ApiProblem, isProblem } from '@lms/web-platform';
import { backOff } from '../../queue/back-off.js';
import { Pauses } from '../../queue/pauses.js';
import { BookPages, mostAtOnce } from './book-pages.js';
import type { BookView } from './book-view.js';
import type { KeptAnswers } from './kept-answers.js';
import type { Ticks } from './run-clock.js';

export interface BookDeps {
  save: (runId: string, request: SaveAnswersRequest) => Promise<SavedAnswers>;
  handIn: (runId: string, request: HandInRequest) => Promise<HandedIn>;
  read: (runId: string) => Promise<QuizRun>;
  kept: KeptAnswers;
  ticks: Ticks;
  /** From 0 (inclusive) to 1. */
  random: () => number;
  /** How long answering must pause before it is saved, in milliseconds. */
  pauseMs: number;
}

/** So close to the end that nothing waits for a pause any more. */
const hurryMs = 5000;

/** Whether the same request may well be answered a little later. */
const passing = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500);

/**
 * The answers of one open run. Each is kept on the device in the moment it is given, saved a little later, and dropped
 * from the device once the server has it; one request after the other.
 */
export class AnswerBook {
  private readonly pages: BookPages;
  private readonly id: string;
  private wantsHandIn = false;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pauses = new Pauses();

  constructor(
    run: QuizRun,
    private readonly deps: BookDeps,
  ) {
    this.id = run.id;
    this.pages = new BookPages(run, deps.kept, deps.ticks);
    if (this.pages.view.waiting > 0) void this.flush();
  }

  readonly subscribe = (listener: () => void): (() => void) => this.pages.subscribe(listener);
  readonly read = (): BookView => this.pages.view;

  /** An answer was given, changed or taken back. */
  readonly answer = (questionId: string, answer: QuizAnswer | null): void => {
    this.pages.write(questionId, answer);
    clearTimeout(this.timer);
    const left = this.pages.view.clock.left();
    if (left !== null && left < hurryMs) void this.flush();
    else this.timer = setTimeout(() => void this.flush(), this.deps.pauseMs);
  };

  readonly flag = (questionId: string, on: boolean): void => this.pages.flag(questionId, on);

  /** Saves now what is not saved yet, and does not wait out a pause between two tries. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.timer);
    this.pauses.endAll();
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
    return this.running;
  };

  /** Hands in what is shown; without signal as soon as it is back. */
  readonly handIn = (): Promise<void> => {
    this.wantsHandIn = true;
    this.pages.set({ handing: 'now', error: null });
    return this.flush();
  };

  /** The learner would rather go on answering. */
  readonly doNotHandIn = (): void => {
    this.wantsHandIn = false;
    this.pages.set({ handing: 'no' });
  };

  /** Reads the run again: another window may have answered, this device's clock may have stood still. */
  readonly refresh = async (): Promise<void> => {
    if (this.pages.view.waiting > 0) await this.flush();
    const run = await this.deps.read(this.id).catch(() => null);
    if (run) await this.met(run);
  };

  /** Somebody read the run: takes over what is newer in it. An answer that was long on its way is left alone. */
  readonly met = async (run: QuizRun): Promise<void> => {
    const { handedIn, handing } = this.pages.view;
    if (handedIn || handing !== 'no' || this.running || run.version < this.pages.version) return;
    if (run.state === 'handed-in') await this.ended(run);
    else this.pages.arrived(run);
  };

  /** The learner has looked at what came from another window. */
  readonly seenElsewhere = (): void => this.pages.set({ elsewhere: [] });

  private async work(): Promise<void> {
    let failures = 0;
    while (!this.pages.view.handedIn && (this.wantsHandIn || this.pages.view.waiting > 0)) {
      try {
        if (this.wantsHandIn && this.pages.view.waiting <= mostAtOnce) await this.sendHandIn();
        else await this.sendAnswers();
        failures = 0;
      } catch (error) {
        const after = passing(error) ? error : await this.mend(error);
        if (after === 'stop') return;
        if (after === 'go on') continue;
        failures += 1;
        this.pages.set({ offline: true, handing: this.wantsHandIn ? 'waiting' : 'no' });
        await this.pauses.pause(backOff(failures, this.deps.random(), (after.retryAfter ?? 0) * 1000));
      }
    }
  }

  private async sendAnswers(): Promise<void> {
    const answers = this.pages.sending();
    this.pages.saved(answers, await this.deps.save(this.id, { version: this.pages.version, answers }));
  }

  private async sendHandIn(): Promise<void> {
    // Too late, the last answers would only be refused.
    const answers = this.pages.view.clock.left() === 0 ? [] : this.pages.sending();
    this.pages.finish(await this.deps.handIn(this.id, { version: this.pages.version, answers }));
  }

  /** After a refusal: reads what the server holds, and says whether going on makes sense, or why not yet. */
  private async mend(error: unknown): Promise<'go on' | 'stop' | ApiProblem> {
    if (error instanceof ApiProblem && (error.status === 409 || error.status === 412)) {
      const run = await this.deps.read(this.id).catch((other: unknown) => (passing(other) ? other : null));
      if (run instanceof ApiProblem) return run;
      if (run?.state === 'handed-in') {
        await this.ended(run);
        return 'stop';
      }
      const newer = run !== null && run.version !== this.pages.version;
      // Nobody hands in answers that they have not seen.
      if (newer && this.pages.arrived(run).length > 0) this.doNotHandIn();
      if (newer) return 'go on';
    }
    this.wantsHandIn = false;
    this.pages.set({ error: isProblem(error, 'signed-out') ? null : error, handing: 'no', offline: false });
    return 'stop';
  }

  /** It was handed in elsewhere, or by the clock: asking once more says what that did to the course. */
  private async ended(run: QuizRun): Promise<void> {
    const result = {
      acknowledged: [],
      superseded: false,
      activityDone: run.result?.passed === true,
      courseDone: false,
    };
    const answer = await this.deps
      .handIn(this.id, { version: run.version, answers: [] })
      .catch((): HandedIn => ({ run, result }));
    clearTimeout(this.timer);
    this.wantsHandIn = false;
    this.pages.finish(answer);
  }
}
