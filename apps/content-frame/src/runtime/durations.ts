const split = (hundredths: number): [hours: number, minutes: number, seconds: number, rest: number] => {
  const whole = Math.max(0, Math.floor(hundredths));
  return [Math.floor(whole / 360_000), Math.floor(whole / 6_000) % 60, Math.floor(whole / 100) % 60, whole % 100];
};
const two = (number: number): string => String(number).padStart(2, '0');

/** CMITimespan of SCORM 1.2 (RTE 3.4.1.1): `HHHH:MM:SS.SS`. */
export function timespan(hundredths: number): string {
  const [hours, minutes, seconds, rest] = split(hundredths);
  return `${String(Math.min(hours, 9999)).padStart(4, '0')}:${two(minutes)}:${two(seconds)}.${two(rest)}`;
}

/** timeinterval(second,10,2) of SCORM 2004 (RTE 4.1.1.7): `PT1H2M3.04S`. */
export function interval(hundredths: number): string {
  const [hours, minutes, seconds, rest] = split(hundredths);
  return `PT${hours}H${minutes}M${seconds}${rest > 0 ? `.${two(rest)}` : ''}S`;
}
