import type { RuntimeCall } from '@lms/contracts';

/** Minutes, seconds and tenths since the first call: `+2:07.4`. */
export function after(call: RuntimeCall, first: RuntimeCall): string {
  const tenths = Math.max(0, Math.round((Date.parse(call.at) - Date.parse(first.at)) / 100));
  const [minutes, seconds] = [Math.floor(tenths / 600), Math.floor(tenths / 10) % 60];
  return `+${minutes}:${String(seconds).padStart(2, '0')}.${tenths % 10}`;
}

const quoted = (text: string): string => JSON.stringify(text);

/** The call as a programmer writes it. */
export function callText({ call, element, value, length }: RuntimeCall): string {
  const cut = length > value.length ? ` … ${length} characters` : '';
  if (/setvalue$/i.test(call)) return `${call}(${quoted(element)}, ${quoted(value)}${cut})`;
  return `${call}(${element === '' ? '' : quoted(element)})`;
}

/** A whole visit as plain text, for a mail to whoever made the lesson. */
export function logText(heading: readonly string[], calls: readonly RuntimeCall[]): string {
  const first = calls[0];
  const lines = first
    ? calls.map((call) => {
        const answer = call.error === '' ? quoted(call.answer) : `${quoted(call.answer)} error ${call.error}`;
        return `${after(call, first).padEnd(10)} ${call.sco}  ${callText(call)} -> ${answer}`;
      })
    : [];
  return [...heading, '', ...lines, ''].join('\n');
}

/** Milliseconds by which the device's clock was ahead when the visit began; 0 when it cannot be told or hardly differs. */
export function clockSkew(calls: readonly RuntimeCall[], startedAt: string): number {
  const first = calls[0];
  if (first?.n !== 1) return 0;
  const skew = Date.parse(first.at) - Date.parse(startedAt);
  return Math.abs(skew) > 120_000 ? skew : 0;
}
