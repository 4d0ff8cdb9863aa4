import type { Engine } from '../runtime/dialect.js';

/** What happens after a step: another part opens, the course closes its content, or everything stays as it is. */
export type Outcome = { open: string } | 'closed' | 'stay';

export type Step = 'next' | 'previous';
export type Go = { to: Step } | { to: 'part'; identifier: string };

/** Whether the learner can take a step; the package may ask for the button not to be shown at all. */
export type Can = 'yes' | 'no' | 'hidden';

/** The way through a package's parts. */
export interface Route {
  /** Where this launch starts; `at` is the part that was open last. */
  begin(at: string | null): Outcome;
  /** The runtime for a visit to this part; null when every visit has one of its own. */
  engine(): Engine | null;
  /** Asked before the content is taken away: a step that is not allowed must not cost the learner their place. */
  can(step: Step): Can;
  mayChoose(identifier: string): boolean;
  /** The learner's own step. The content is away already; `ended` says whether it finished its visit. */
  go(step: Go, ended: boolean): Outcome;
  /** Just before the runtime hears that the content finishes; `leaving` when the whole course is left, `step` where to. */
  ending(how: 'by-itself' | 'stepping' | 'leaving', step: Go | null): void;
  /** The content finished its visit, perhaps with a wish where to go on (`adl.nav.request`). */
  ended(request: string): Outcome;
  /** The course is left while a part is open that never finished. */
  leave(): void;
  /** What has to be kept for the next launch; null when nothing has. */
  state(): string | null;
}
