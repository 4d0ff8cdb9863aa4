export type SaveState = 'saved' | 'open' | 'saving' | 'failed';

export interface SaverDeps {
  /** Keeps the text at the API. */
  save: (html: string) => Promise<unknown>;
  /** Keeps it on this device until it was saved; null when there is nothing left to keep. */
  keep: (html: string | null) => void;
  /** Runs later, unless the answer is called first. */
  later: (run: () => void, milliseconds: number) => () => void;
}

const QUIET_MS = 800;

/**
 * Saves a text while it is written: 800 ms after the last change, one save after the other, always the newest text. What
 * is not saved stands on this device from the moment it was typed.
 */
export class PageSaver {
  private current: SaveState = 'saved';
  private html: string | null = null;
  private running: Promise<void> | null = null;
  private cancel: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly deps: SaverDeps) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): SaveState => this.current;

  /** The text was changed to this. */
  change(html: string): void {
    this.html = html;
    this.deps.keep(html);
    if (this.running === null) this.tell('open');
    this.cancel();
    this.cancel = this.deps.later(() => void this.flush(), QUIET_MS);
  }

  /** Saves what is not saved yet, now. Ends when there is nothing left to save, or saving failed. */
  flush(): Promise<void> {
    this.cancel();
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  private async run(): Promise<void> {
    while (this.html !== null) {
      const html = this.html;
      this.tell('saving');
      try {
        await this.deps.save(html);
      } catch {
        this.tell('failed');
        return;
      }
      // Typed meanwhile: that comes next.
      if (this.html !== html) continue;
      this.html = null;
      this.deps.keep(null);
      this.tell('saved');
    }
  }

  private tell(state: SaveState): void {
    if (state === this.current) return;
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
