/** Waits that can be cut short all at once. */
export class Pauses {
  readonly #waiting = new Set<() => void>();

  readonly pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#waiting.add(end);
    });

  endAll(): void {
    for (const end of [...this.#waiting]) end();
  }
}
