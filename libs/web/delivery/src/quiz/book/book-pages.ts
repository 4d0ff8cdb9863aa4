import type { HandedIn, QuizAnswer, QuizRun, SaveAnswersRequest, SavedAnswers } from '@lms/contracts';
import type { BookView } from './book-view.js';
import type { KeptAnswer, KeptAnswers } from './kept-answers.js';
import { mergeAnswers } from './merge-answers.js';
import { RunClock, type Ticks } from './run-clock.js';
import { answerKey, sameAnswer } from './same-answer.js';

/** The contract takes so many at once. */
export const mostAtOnce = 200;

/** What stands in the book: answers shown, answers that still wait, on the screen and on the device. Sends nothing. */
export class BookPages {
  private waiting = new Map<string, KeptAnswer>();
  private readonly listeners = new Set<() => void>();
  private current: BookView;
  version: number;

  constructor(
    run: QuizRun,
    private readonly kept: KeptAnswers,
    private readonly ticks: Ticks,
  ) {
    this.version = run.version;
    this.current = {
      run,
      clock: RunClock.of(run, ticks),
      answers: {},
      flagged: kept.flagged(),
      waiting: 0,
      offline: false,
      lastSavedAt: null,
      keeps: true,
      elsewhere: [],
      error: null,
      handing: 'no',
      handedIn: null,
    };
    this.take(run, kept.all());
  }

  get view(): BookView {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<BookView>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  write(questionId: string, answer: QuizAnswer | null): void {
    const known = this.waiting.get(questionId)?.known ?? [answerKey(this.current.answers[questionId] ?? null)];
    const entry = { answer, known };
    this.waiting.set(questionId, entry);
    this.set({
      answers: { ...this.current.answers, [questionId]: answer },
      waiting: this.waiting.size,
      elsewhere: this.current.elsewhere.filter((id) => id !== questionId),
      keeps: this.kept.keep(questionId, entry),
      error: null,
    });
  }

  flag(questionId: string, on: boolean): void {
    this.kept.flag(questionId, on);
    const others = this.current.flagged.filter((id) => id !== questionId);
    this.set({ flagged: on ? [...others, questionId] : others });
  }

  /** What waits, about to be sent: from now on the server may hold it, whether or not it can say so. */
  sending(): SaveAnswersRequest['answers'] {
    return [...this.waiting].slice(0, mostAtOnce).map(([questionId, entry]) => {
      const key = answerKey(entry.answer);
      if (!entry.known.includes(key)) entry.known = [...entry.known, key].slice(-20);
      this.kept.keep(questionId, entry);
      return { questionId, answer: entry.answer };
    });
  }

  /** The server has these. What was changed since then waits on. */
  saved(sent: SaveAnswersRequest['answers'], { version, savedAt }: SavedAnswers): void {
    this.version = version;
    for (const { questionId, answer } of sent) {
      const now = this.waiting.get(questionId);
      if (!now) continue;
      if (sameAnswer(now.answer, answer)) this.settle(questionId);
      else now.known = [answerKey(answer)];
    }
    this.set({ waiting: this.waiting.size, offline: false, lastSavedAt: savedAt, error: null });
  }

  /** Takes over a run as it was just read; the questions whose shown answer changed by that. */
  arrived(run: QuizRun): string[] {
    const before = this.current.answers;
    this.take(run, this.waiting);
    const { answers, elsewhere } = this.current;
    const changed = Object.keys(answers).filter((id) => !sameAnswer(before[id] ?? null, answers[id] ?? null));
    if (changed.length > 0) this.set({ elsewhere: [...new Set([...elsewhere, ...changed])] });
    return changed;
  }

  finish(handedIn: HandedIn): void {
    this.waiting.clear();
    this.kept.forget();
    this.set({ run: handedIn.run, handedIn, waiting: 0, offline: false, error: null, handing: 'no' });
  }

  private take(run: QuizRun, kept: ReadonlyMap<string, KeptAnswer>): void {
    const { answers, waiting, settled } = mergeAnswers(run, kept);
    this.version = run.version;
    this.waiting = waiting;
    for (const id of settled) this.kept.drop(id);
    this.set({ run, answers, waiting: waiting.size, clock: RunClock.of(run, this.ticks) });
  }

  private settle(id: string): void {
    this.waiting.delete(id);
    this.kept.drop(id);
  }
}
