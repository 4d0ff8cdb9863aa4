import { Injectable } from '@nestjs/common';
import { londonDate } from '@lms/domain';

/** The one place that asks the machine what time it is. */
export abstract class Clock {
  abstract now(): Date;
  /** Today's calendar date in Europe/London. */
  today(): string {
    return londonDate(this.now());
  }
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
