import type { PathVersion, SavePathVersionRequest } from '@lms/contracts';
import { isProblem } from '@lms/web-platform';
import { DraftHistory } from './draft-history.js';
import { draftOf, requestOf, type PathDraft } from './path-draft.js';
import { tidyDraft } from './tidy-draft.js';

/**
 * `unsaved`: will be saved in a moment. `incomplete`: something is missing, so it cannot be. `conflict`: somebody else
 * saved meanwhile. `failed`: the API said why.
 */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'incomplete' | 'conflict' | 'failed';

export interface SaverView {
  draft: PathDraft;
  status: SaveStatus;
  error: unknown;
  canUndo: boolean;
  canRedo: boolean;
}

export interface SaverDeps {
  save: (request: SavePathVersionRequest, seen: number) => Promise<PathVersion>;
  /** How long typing must pause, in milliseconds. */
  pauseMs: number;
}

/** Holds a draft while it is edited and saves it when the editing pauses, one save after the other. */
export class DraftSaver {
  private view: SaverView;
  private written: PathDraft;
  private seen: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly history = new DraftHistory<PathDraft>();

  constructor(
    version: PathVersion,
    private readonly deps: SaverDeps,
  ) {
    this.written = draftOf(version);
    this.seen = version.version;
    this.view = { draft: this.written, status: 'saved', error: null, canUndo: false, canRedo: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): SaverView => this.view;

  /** `typing` names a field, so that what is typed into it in one go is undone in one go. */
  readonly change = (change: (draft: PathDraft) => PathDraft, typing?: string): void => {
    const draft = tidyDraft(change(this.view.draft));
    if (draft === this.view.draft) return;
    this.history.push(this.view.draft, typing);
    this.show(draft);
  };
  readonly undo = (): void => this.goTo(this.history.back(this.view.draft));
  readonly redo = (): void => this.goTo(this.history.forward(this.view.draft));

  /** Saves now what is not saved yet; true when everything is. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    // Whoever waited may find another save begun by somebody who waited as well.
    while (this.running) await this.running;
    if (this.view.draft === this.written) return true;
    this.running = this.send().finally(() => {
      this.running = null;
    });
    return (await this.running) ? this.flush() : false;
  };

  /** Takes what somebody else wrote, and forgets one's own. */
  takeTheirs(version: PathVersion): void {
    this.written = draftOf(version);
    this.seen = version.version;
    this.history.clear();
    this.set({ draft: this.written, status: 'saved', error: null });
  }

  /** Saves one's own over what somebody else wrote. */
  keepMine(version: PathVersion): Promise<boolean> {
    this.seen = version.version;
    return this.flush();
  }

  private goTo(draft: PathDraft | null): void {
    if (draft) this.show(draft);
  }

  private show(draft: PathDraft): void {
    const conflict = this.view.status === 'conflict';
    const open = draft === this.written && !this.running ? 'saved' : requestOf(draft) ? 'unsaved' : 'incomplete';
    this.set({ draft, status: conflict ? 'conflict' : open });
    clearTimeout(this.timer);
    // Until somebody decides between two drafts, nothing is sent.
    if (!conflict) this.timer = setTimeout(() => void this.flush(), this.deps.pauseMs);
  }

  private async send(): Promise<boolean> {
    const { draft } = this.view;
    const request = requestOf(draft);
    if (!request) {
      this.set({ status: 'incomplete' });
      return false;
    }
    this.set({ status: 'saving', error: null });
    try {
      this.seen = (await this.deps.save(request, this.seen)).version;
      this.written = draft;
      this.set({ status: this.view.draft === draft ? 'saved' : 'unsaved' });
      return true;
    } catch (error) {
      this.set({ status: isProblem(error, 'changed-meanwhile') ? 'conflict' : 'failed', error });
      return false;
    }
  }

  private set(change: Partial<SaverView>): void {
    const { canUndo, canRedo } = this.history;
    this.view = { ...this.view, ...change, canUndo, canRedo };
    for (const listener of this.listeners) listener();
  }
}
