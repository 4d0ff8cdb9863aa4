import { Clock } from '@lms/api-platform';

/** The machine's clock, but for stories that are told as if it were another moment. */
export class StoryClock extends Clock {
  private told: Date | null = null;

  now(): Date {
    return this.told ?? new Date();
  }

  /** From now on it is this moment; null: it is the machine's again. */
  goTo(moment: Date | null): void {
    this.told = moment;
  }
}
