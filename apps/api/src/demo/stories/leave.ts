import { LeaveOfAbsence } from '@lms/api-assignments';
import type { Desk } from './desk.js';
import type { Story } from './story.js';
import type { Owed } from './who-there-is.js';

const EMPLOYER = 'National Highways';
const SUPPLIER = 'Brackenfell Traffic Management';

/** Somebody of whom nothing is known since, best of all one whose due date the leave moves. */
const awayFrom = (desk: Desk, days: number, fits: (owed: Owed) => boolean): Owed | undefined => {
  const away = (one: Owed) => fits(one) && desk.isQuiet(one.personId);
  return desk.choose((one) => away(one) && one.dueOn > desk.day(days), away);
};

/** One who is away from the manager's team, one from the supplier's crew, and one who came back early. */
export function leaveStories(): Story[] {
  let early: string | null = null;
  return [
    {
      ago: 24,
      hour: 9,
      tell: async (desk) => {
        const one = awayFrom(desk, -20, ({ belowManager }) => belowManager);
        if (!one) return;
        const note = 'Parental leave, agreed with the People Team';
        const leave = { fromOn: desk.day(-20), toOn: desk.day(64), note };
        await desk.get(LeaveOfAbsence).add(await desk.as('priya'), one.engagementId, leave);
      },
    },
    {
      ago: 7,
      hour: 8,
      tell: async (desk) => {
        const one = awayFrom(desk, -4, ({ organisation }) => organisation === SUPPLIER);
        if (!one) return;
        const leave = { fromOn: desk.day(-4), toOn: desk.day(17), note: 'Visiting family abroad' };
        await desk.get(LeaveOfAbsence).add(await desk.as('tom'), one.engagementId, leave);
      },
    },
    {
      ago: 42,
      hour: 10,
      tell: async (desk) => {
        const one = awayFrom(desk, -30, ({ organisation }) => organisation === EMPLOYER);
        if (!one) return;
        const leave = { fromOn: desk.day(-40), toOn: desk.day(-2), note: 'Sabbatical' };
        early = (await desk.get(LeaveOfAbsence).add(await desk.as('helen'), one.engagementId, leave)).id;
      },
    },
    {
      ago: 13,
      hour: 9,
      tell: async (desk) => {
        if (early === null) return;
        const leave = { fromOn: desk.day(-40), toOn: desk.day(-14), note: 'Sabbatical; back twelve days early' };
        await desk.get(LeaveOfAbsence).save(await desk.as('helen'), early, 1, leave);
      },
    },
  ];
}
