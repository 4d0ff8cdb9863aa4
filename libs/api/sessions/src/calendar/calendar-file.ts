import type { ICalEventStatus } from 'ical-generator';

/** One entry of a calendar (RFC 5545). */
export interface CalendarEntry {
  /** The same for as long as it is the same entry. */
  uid: string;
  /** Higher with every change. */
  sequence: number;
  status: `${ICalEventStatus}`;
  startsAt: Date;
  endsAt: Date;
  madeAt: Date;
  summary: string;
  location: string;
  description: string;
  url: string;
  organiser: { name: string; address: string };
}

/** A calendar of one entry; of a cancelled one, what takes it out of a calendar again. */
export async function calendarFile(entry: CalendarEntry, product: string): Promise<string> {
  const { ICalCalendar, ICalCalendarMethod, ICalEventStatus: statuses } = await import('ical-generator');
  const { uid, sequence, status, startsAt, endsAt, madeAt, summary, location, description, url, organiser } = entry;
  const calendar = new ICalCalendar({
    prodId: { company: product, product: 'Sessions', language: 'EN' },
    method: status === 'CANCELLED' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    ...{ id: uid, sequence, status: statuses[status], summary, url },
    ...{ stamp: madeAt, start: startsAt, end: endsAt },
    ...{ location: location || null, description: description || null },
    organizer: { name: organiser.name, email: organiser.address },
  });
  // Every line ends, the last one too.
  return `${calendar.toString()}\r\n`;
}
