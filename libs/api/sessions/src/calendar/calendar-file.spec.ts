import { describe, expect, it } from '@jest/globals';
import { type CalendarEntry, calendarFile } from './calendar-file.js';

const entry: CalendarEntry = {
  ...{ uid: 'b1@lms.example', sequence: 3, status: 'CONFIRMED', location: 'Depot 7; gate A, M40' },
  ...{ startsAt: new Date('2026-07-01T08:30:00Z'), endsAt: new Date('2026-07-01T10:00:00Z') },
  madeAt: new Date('2026-06-01T12:00:00.123Z'),
  ...{ summary: 'Site induction', description: 'Bring boots\nand \\ a hat', url: 'https://lms.example/my/sessions' },
  organiser: { name: 'The "Alliance"', address: 'no-reply@lms.example' },
};
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('says when it is in UTC, and escapes what would end a value', async () => {
    expect(unfolded(await calendarFile(entry, 'Waymark'))).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Waymark//Sessions//EN', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
      ...['UID:b1@lms.example', 'SEQUENCE:3', 'DTSTAMP:20260601T120000Z'],
      ...['DTSTART:20260701T083000Z', 'DTEND:20260701T100000Z', 'SUMMARY:Site induction'],
      String.raw`LOCATION:Depot 7\; gate A\, M40`,
      String.raw`DESCRIPTION:Bring boots\nand \\ a hat`,
      // RFC 6868: a quotation mark within a parameter.
      `ORGANIZER;CN="The ^'Alliance^'":mailto:no-reply@lms.example`,
      ...['URL;VALUE=URI:https://lms.example/my/sessions', 'STATUS:CONFIRMED', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('has no line that somebody typed', async () => {
    const typed = 'Depot\r\nATTENDEE:mailto:x@lms.example\rX-A:1\nX-B:2';
    const organiser = { name: typed, address: 'no-reply@lms.example' };
    const lines = unfolded(
      await calendarFile({ ...entry, summary: typed, location: typed, description: typed, organiser }, 'Waymark'),
    );
    expect(lines.filter((line) => /^(ATTENDEE|X-)/.test(line))).toEqual([]);
    expect(lines.join('').includes('\r')).toBe(false);
  });

  it('folds lines at 75 octets and tears no character apart', async () => {
    const summary = `Psychologická bezpečnost – ${'část 🦺 '.repeat(30)}`;
    const file = await calendarFile({ ...entry, summary }, 'Waymark');
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(unfolded(file)).toContain(`SUMMARY:${summary}`);
    expect(file).not.toContain('�');
  });

  it('takes a cancelled entry out again', async () => {
    expect(await calendarFile({ ...entry, status: 'CANCELLED' }, 'Waymark')).toMatch(
      /METHOD:CANCEL\r\n[^]*STATUS:CANCELLED/,
    );
  });
});
