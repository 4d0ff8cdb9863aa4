import { AskForMyself, DecideLearnerRequest, ExtendDue } from '@lms/api-assignments';
import { addDays } from '@lms/domain';
import type { Story } from './story.js';

const SUPPLIER = 'Brackenfell Traffic Management';

/** More time that a line manager and the People Team gave, and some that a learner asked for. */
export function moreTimeStories(): Story[] {
  let asked: string | null = null;
  return [
    {
      ago: 16,
      hour: 13,
      tell: async (desk) => {
        const one = desk.choose(
          ({ belowManager, dueOn }) => belowManager && dueOn > desk.day(-16) && dueOn < desk.day(60),
        );
        if (!one) return;
        const ctx = await desk.asPerson(one.personId);
        const why = 'Nights until the end of the month; no quiet hour on shift.';
        const { courseId, dueOn } = one;
        const request = { kind: 'extension' as const, courseId, dueOn: addDays(dueOn, 14), why };
        asked = (await desk.get(AskForMyself).run(ctx, request)).id;
      },
    },
    {
      ago: 15,
      hour: 9,
      tell: async (desk) => {
        if (asked === null) return;
        const decision = { approve: true, note: 'Two weeks, then it has to be done.' };
        await desk.get(DecideLearnerRequest).run(await desk.as('helen'), asked, decision);
      },
    },
    {
      ago: 9,
      hour: 9,
      tell: async (desk) => {
        const one = desk.choose(
          ({ organisation, dueOn }) => organisation === SUPPLIER && dueOn > desk.day(-20) && dueOn < desk.day(40),
        );
        if (!one) return;
        const dueOn = addDays(one.dueOn > desk.day(0) ? one.dueOn : desk.day(0), 14);
        const reason = 'The closure moved by two weeks, and the crew with it.';
        await desk.get(ExtendDue).run(await desk.as('tom'), one.assignmentId, { dueOn, reason });
      },
    },
    {
      ago: 5,
      hour: 14,
      tell: async (desk) => {
        const one = desk.choose(
          ({ organisation, dueOn }) => organisation === 'WSP' && dueOn > desk.day(-30) && dueOn < desk.day(5),
        );
        if (!one) return;
        const reason = 'The laptop was away for repair for three weeks.';
        await desk.get(ExtendDue).run(await desk.as('helen'), one.assignmentId, { dueOn: desk.day(16), reason });
      },
    },
  ];
}
