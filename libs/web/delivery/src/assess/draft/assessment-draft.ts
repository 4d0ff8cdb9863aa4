import type { AssessmentSheet, ItemResult, SaveAssessmentRequest } from '@lms/contracts';
import { ApiProblem, isProblem } from '@lms/web-platform';
import type { KeptDraft } from './kept-draft.js';

/**
 * `kept`: on this device only, it goes by itself when there is signal. `conflict`: another device of the same assessor
 * saved meanwhile. `refused`: the API said why, and it will not go by itself.
 */
export type DraftStatus = 'saved' | 'unsaved' | 'saving' | 'kept' | 'conflict' | 'refused';

export interface DraftView {
  results: ReadonlyMap<string, ItemResult>;
  note: string;
  status: DraftStatus;
  error: unknown;
}

export interface DraftDeps {
  save: (request: SaveAssessmentRequest, version: number) => Promise<{ version: number }>;
  kept: KeptDraft;
  /** How long writing must pause, in milliseconds. */
  pauseMs: number;
  /** How long after a try without signal the next one comes, in milliseconds. */
  retryMs: number;
}

type Written = Pick<DraftView, 'results' | 'note'>;

const mapOf = (results: readonly ItemResult[]) => new Map(results.map((result) => [result.itemId, result]));

/** What an assessor has seen so far: on this device at once, on the server as soon as there is signal. */
export class AssessmentDraft {
  private view: DraftView;
  private written: Written;
  private version: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    sheet: AssessmentSheet,
    private readonly deps: DraftDeps,
  ) {
    this.version = sheet.version;
    this.written = { results: mapOf(sheet.results), note: sheet.note };
    this.view = { ...this.written, status: 'saved', error: null };
    const kept = deps.kept.read();
    if (!kept) return;
    this.view = { results: mapOf(kept.results), note: kept.note, status: 'kept', error: null };
    // What was kept here was written upon an older state than the server's: the assessor decides.
    if (kept.version !== sheet.version) this.view = { ...this.view, status: 'conflict' };
    else this.later(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): DraftView => this.view;

  readonly setResult = (itemId: string, change: Partial<Omit<ItemResult, 'itemId'>>): void => {
    const results = new Map(this.view.results);
    results.set(itemId, { ...(results.get(itemId) ?? { itemId, met: null, note: '' }), ...change });
    this.change({ results });
  };
  readonly setNote = (note: string): void => this.change({ note });

  /** Saves now what is not saved yet; true when everything is. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.view.status === 'conflict') return false;
    if (this.view.results === this.written.results && this.view.note === this.written.note) return true;
    this.running = this.send().finally(() => {
      this.running = null;
    });
    return (await this.running) ? this.flush() : false;
  };

  /** As it is sent: only what is known of each item. */
  request(): SaveAssessmentRequest {
    return { results: [...this.view.results.values()], note: this.view.note };
  }

  /** Another device saved meanwhile: go on with what it wrote. */
  takeTheirs(sheet: AssessmentSheet): void {
    this.deps.kept.forget();
    this.version = sheet.version;
    this.written = { results: mapOf(sheet.results), note: sheet.note };
    this.set({ ...this.written, status: 'saved', error: null });
  }

  /** Another device saved meanwhile: what stands here is put over it. */
  keepMine(sheet: AssessmentSheet): Promise<boolean> {
    this.version = sheet.version;
    this.set({ status: 'unsaved', error: null });
    return this.flush();
  }

  /** It is signed, or thrown away: nothing has to be kept any more. */
  finish(): void {
    this.stop();
    this.deps.kept.forget();
  }

  /** The page is left: nothing is lost, it stands on the device. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private change(change: Partial<Written>): void {
    const conflict = this.view.status === 'conflict';
    this.set({ ...change, status: conflict ? 'conflict' : 'unsaved' });
    this.deps.kept.write({ ...this.request(), version: this.version });
    if (!conflict) this.later(this.deps.pauseMs);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async send(): Promise<boolean> {
    const { results, note } = this.view;
    this.set({ status: 'saving', error: null });
    try {
      this.version = (await this.deps.save(this.request(), this.version)).version;
      this.written = { results, note };
      const all = this.view.results === results && this.view.note === note;
      if (all) this.deps.kept.forget();
      else this.deps.kept.write({ ...this.request(), version: this.version });
      this.set({ status: all ? 'saved' : 'unsaved' });
      return true;
    } catch (error) {
      if (isProblem(error, 'changed-meanwhile')) this.set({ status: 'conflict', error });
      else if (passes(error)) {
        this.set({ status: 'kept', error });
        this.later(this.deps.retryMs);
      } else this.set({ status: 'refused', error });
      return false;
    }
  }

  private set(change: Partial<DraftView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Trouble that may be gone at the next try. */
const passes = (error: unknown): boolean => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;
