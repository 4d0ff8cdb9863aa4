import type { Can, Go, Outcome, Route, Step } from './route.js';

export interface LinearPart {
  identifier: string;
  /** Whether what it waits for has been done. */
  open: () => boolean;
}

/** The adl.nav.request of SCORM 2004 (RTE 4.4.1), also as `{target=x}choice`. */
const target = /^\{target=(.+)\}(?:choice|jump)$/;

/** Parts in their order, each of which may be chosen once its prerequisites are met: SCORM 1.2, and 2004 without rules. */
export class LinearRoute implements Route {
  #at = 0;

  constructor(private readonly parts: readonly LinearPart[]) {}

  begin(at: string | null): Outcome {
    const last = this.#indexOf(at ?? '');
    if (last >= 0) return this.#to(last);
    const first = this.parts.findIndex((part) => part.open());
    return this.parts.length > 0 ? this.#to(Math.max(0, first)) : 'stay';
  }

  engine(): null {
    return null;
  }

  can(step: Step): Can {
    return this.#neighbour(step) < 0 ? 'no' : 'yes';
  }

  mayChoose(identifier: string): boolean {
    return this.parts[this.#indexOf(identifier)]?.open() ?? false;
  }

  go(step: Go): Outcome {
    const index = step.to === 'part' ? this.#indexOf(step.identifier) : this.#neighbour(step.to);
    return this.parts[index]?.open() ? this.#to(index) : 'stay';
  }

  ending(): void {
    // Nothing here hears of it before the content does.
  }

  ended(request: string): Outcome {
    const chosen = target.exec(request)?.[1];
    if (chosen !== undefined) return this.go({ to: 'part', identifier: chosen });
    switch (request) {
      case 'continue':
        return this.go({ to: 'next' });
      case 'previous':
        return this.go({ to: 'previous' });
      case 'exitAll':
      case 'abandonAll':
      case 'suspendAll':
        return 'closed';
      default:
        return 'stay';
    }
  }

  leave(): void {
    // The part that is open is all there is to know.
  }

  state(): null {
    return null;
  }

  #to(index: number): Outcome {
    const part = this.parts[index];
    if (!part) return 'stay';
    this.#at = index;
    return { open: part.identifier };
  }

  #neighbour(step: Step): number {
    const way = step === 'next' ? 1 : -1;
    for (let index = this.#at + way; index >= 0 && index < this.parts.length; index += way) {
      if (this.parts[index]?.open()) return index;
    }
    return -1;
  }

  #indexOf(identifier: string): number {
    return this.parts.findIndex((part) => part.identifier === identifier);
  }
}
