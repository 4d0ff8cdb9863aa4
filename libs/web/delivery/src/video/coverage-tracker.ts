import type { SecondRange } from './ranges.js';
import { mergeRanges, subtractRanges } from './ranges.js';

/** What a media element said, with its clock and the page's: times of the recording in seconds, `at` in milliseconds. */
export type MediaEvent =
  | { type: 'play' | 'playing' | 'timeupdate' | 'pause' | 'ended' | 'waiting' | 'leave'; time: number; at: number }
  | { type: 'seeking' | 'seeked'; time: number; at: number }
  | { type: 'ratechange'; time: number; at: number; rate: number };

export interface Coverage {
  covered: SecondRange[];
  /** Where the recording stands, in seconds. */
  position: number;
}

interface Run {
  from: number;
  to: number;
}

const reportEveryMs = 10_000;
/** The recording's clock may run this far ahead of the page's between two events, in seconds. */
const slackSeconds = 0.75;

/**
 * Counts the seconds that were really played. A second counts when playing went through all of it, from its beginning to
 * its end, without a jump; moving the slider counts nothing. The recording's clock is held against the page's, so a script that
 * pushes `currentTime` forward in small steps gains nothing either. Pure: feed it events, send what it answers.
 */
export class CoverageTracker {
  #run: Run | null = null;
  #rate: number;
  #lastAt = 0;
  #reportedAt: number | null = null;
  #position: number;
  #reportedPosition: number;
  #fresh: SecondRange[] = [];
  #covered: SecondRange[];

  /**
   * @param covered what earlier visits played
   * @param duration length of the recording in seconds, when it is known: its last, unfinished second counts at the end
   */
  constructor(
    covered: readonly SecondRange[] = [],
    position = 0,
    private readonly duration: number | null = null,
    rate = 1,
  ) {
    this.#covered = mergeRanges(covered, []);
    this.#position = position;
    this.#reportedPosition = position;
    this.#rate = rate;
  }

  /** Everything played so far, earlier visits included. */
  get covered(): SecondRange[] {
    return mergeRanges(this.#covered, []);
  }

  /** Takes one event; answers what is new when it is time to report it: every ten seconds, and whenever playing stops. */
  take(event: MediaEvent): Coverage | null {
    this.#reportedAt ??= event.at;
    switch (event.type) {
      case 'play':
      case 'playing':
      case 'seeked':
        this.#begin(event);
        return null;
      case 'seeking':
        this.#end();
        this.#position = event.time;
        return null;
      case 'ratechange':
        this.#advance(event);
        this.#rate = Math.max(0, event.rate);
        return null;
      case 'timeupdate':
        this.#advance(event);
        return event.at - this.#reportedAt >= reportEveryMs ? this.#report(event.at) : null;
      case 'waiting':
        this.#advance(event);
        return null;
      default:
        this.#advance(event);
        if (event.type === 'ended') this.#finish();
        this.#end();
        return this.#report(event.at);
    }
  }

  #begin(event: MediaEvent): void {
    if (this.#run === null) this.#run = { from: event.time, to: event.time };
    this.#position = event.time;
    this.#lastAt = event.at;
  }

  #advance(event: MediaEvent): void {
    const run = this.#run;
    if (run === null) return;
    const possible = ((event.at - this.#lastAt) / 1000) * this.#rate + slackSeconds;
    if (event.time < run.to || event.time - run.to > possible) {
      this.#end();
      this.#run = { from: event.time, to: event.time };
    } else {
      run.to = event.time;
    }
    this.#position = event.time;
    this.#lastAt = event.at;
    this.#keep();
  }

  #keep(): void {
    if (this.#run === null) return;
    const whole: SecondRange = [Math.max(0, Math.ceil(this.#run.from - 0.05)), Math.floor(this.#run.to)];
    if (whole[1] <= whole[0]) return;
    const added = subtractRanges([whole], this.#covered);
    this.#fresh = mergeRanges(this.#fresh, added);
    this.#covered = mergeRanges(this.#covered, added);
  }

  #finish(): void {
    if (this.#run === null || this.duration === null) return;
    if (this.#run.to >= this.duration - slackSeconds) this.#run.to = Math.ceil(this.duration);
  }

  #end(): void {
    this.#keep();
    this.#run = null;
  }

  #report(at: number): Coverage | null {
    this.#reportedAt = at;
    if (this.#fresh.length === 0 && Math.abs(this.#position - this.#reportedPosition) < 1) return null;
    this.#reportedPosition = this.#position;
    const covered = this.#fresh.slice(0, 500);
    this.#fresh = this.#fresh.slice(500);
    return { covered, position: this.#position };
  }
}
