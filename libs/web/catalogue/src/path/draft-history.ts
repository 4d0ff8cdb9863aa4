const kept = 100;

/** What a draft was before each change, and what was taken back. The hundred newest are kept. */
export class DraftHistory<Draft> {
  private past: Draft[] = [];
  private future: Draft[] = [];
  private typing: string | undefined;

  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Keeps what was there before a change. Changes of the same field, one right after the other, are one. */
  push(before: Draft, typing?: string): void {
    const goesOn = typing !== undefined && typing === this.typing && this.past.length > 0;
    this.typing = typing;
    this.future = [];
    if (!goesOn) this.past = [...this.past.slice(1 - kept), before];
  }

  /** What was there before the last change; null when there was none. */
  back(now: Draft): Draft | null {
    const before = this.past.at(-1);
    if (before === undefined) return null;
    this.typing = undefined;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, now];
    return before;
  }

  forward(now: Draft): Draft | null {
    const after = this.future.at(-1);
    if (after === undefined) return null;
    this.typing = undefined;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, now];
    return after;
  }

  clear(): void {
    this.past = [];
    this.future = [];
    this.typing = undefined;
  }
}
