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
  it('says when it is in UTC, and escapes what would end a value', () => {
    expect(unfolded(calendarFile(entry, 'Waymark'))).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Waymark//Sessions//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
      ...['BEGIN:VEVENT', 'UID:b1@lms.example', 'SEQUENCE:3', 'STATUS:CONFIRMED', 'DTSTAMP:20260601T120000Z'],
      ...['DTSTART:20260701T083000Z', 'DTEND:20260701T100000Z', 'SUMMARY:Site induction'],
      String.raw`LOCATION:Depot 7\; gate A\, M40`,
      String.raw`DESCRIPTION:Bring boots\nand \\ a hat`,
      'URL:https://lms.example/my/sessions',
      'ORGANIZER;CN="The Alliance":mailto:no-reply@lms.example',
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('folds lines at 75 octets and tears no character apart', () => {
    const summary = `Psychologická bezpečnost – ${'část 🦺 '.repeat(30)}`;
    const file = calendarFile({ ...entry, summary }, 'Waymark');
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(unfolded(file)).toContain(`SUMMARY:${summary}`);
    expect(file).not.toContain('�');
  });

  it('takes a cancelled entry out again', () => {
    expect(calendarFile({ ...entry, status: 'CANCELLED' }, 'Waymark')).toMatch(/METHOD:CANCEL\r\n[^]*STATUS:CANCELLED/);
  });
});
