/** One entry of a calendar (RFC 5545). */
export interface CalendarEntry {
  /** The same for as long as it is the same entry. */
  uid: string;
  /** Higher with every change. */
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  startsAt: Date;
  endsAt: Date;
  madeAt: Date;
  summary: string;
  location: string;
  description: string;
  url: string;
  organiser: { name: string; address: string };
}

const MOST_OCTETS = 75;

/** A calendar of one entry; of a cancelled one, what takes it out of a calendar again. */
export function calendarFile(entry: CalendarEntry, product: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${text(product)}//Sessions//EN`,
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.status === 'CANCELLED' ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.status}`,
    `DTSTAMP:${moment(entry.madeAt)}`,
    `DTSTART:${moment(entry.startsAt)}`,
    `DTEND:${moment(entry.endsAt)}`,
    `SUMMARY:${text(entry.summary)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${text(entry.location)}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${text(entry.description)}`]),
    `URL:${entry.url.replace(/\p{Cc}/gu, '')}`,
    `ORGANIZER;CN="${entry.organiser.name.replace(/["\p{Cc}]/gu, '')}":mailto:${entry.organiser.address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** In UTC, to the second: no time zone has to be described. */
const moment = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const text = (value: string): string =>
  value
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '');

/** A long line goes on after a break and a space; no character is torn apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
