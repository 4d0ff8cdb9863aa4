import { formatDuration, formatTimespan, parseSessionTime, type ScormStandard } from '@lms/domain';
import type { AwakeClock } from './awake-clock.js';

/** Clocks differ by a little; only what is more than this many hundredths of a second is sleep or a clock put forward. */
const slack = 6000;

const written = (standard: ScormStandard, hundredths: number): string =>
  standard === 'scorm12' ? formatTimespan(hundredths) : formatDuration(hundredths);

/**
 * The session time to report for a launch (SCORM 1.2 RTE 3.4.4, SCORM 2004 RTE 4.2.20), from what the content says of
 * this visit. Visits of one launch add up, because the launch is what is summed into the total. The content's own number stands,
 * unless its clock counted hours in which the device slept.
 *
 * @param said what the content set; null when it set nothing and our own measure counts
 * @param earlier hundredths of a second of the visits before this one in the same launch
 */
export function sessionTime(standard: ScormStandard, said: string | null, earlier: number, clock: AwakeClock): string {
  const awake = Math.round(clock.awake() / 10);
  const claimed = said === null ? awake : parseSessionTime(said);
  const skipped = Math.round(clock.skipped() / 10);
  const slept = skipped > slack && claimed > awake + slack;
  const meant = slept ? Math.max(awake, claimed - skipped) : claimed;
  return meant === claimed && earlier === 0 && said !== null ? said : written(standard, earlier + meant);
}
