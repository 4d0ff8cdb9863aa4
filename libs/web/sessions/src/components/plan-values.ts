import type { ChangeSessionRequest, SessionForm, TrainingSession } from '@lms/contracts';
import { londonInstant, londonTime } from '@lms/domain';
import { dayOf } from './session-words.js';

export interface Named {
  id: string;
  name: string;
}

/** What is typed into the form of a session. */
export interface PlanValues {
  course: { id: string; title: string; activities: { id: string; title: string; minutes: number | null }[] } | null;
  activityId: string;
  form: SessionForm;
  day: string;
  from: string;
  to: string;
  /** Empty: the same day. */
  lastDay: string;
  place: string;
  link: string;
  capacity: string;
  trainers: Named[];
  everybody: boolean;
  organisations: Named[];
  note: string;
}

export const emptyPlan: PlanValues = {
  ...{ course: null, activityId: '', form: 'classroom', day: '', from: '', to: '', lastDay: '' },
  ...{ place: '', link: '', capacity: '', trainers: [], everybody: true, organisations: [], note: '' },
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const at = (day: string, time: string): number | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}$/.test(time) ? londonInstant(day, minutesOf(time)) : null;

export const startOf = ({ day, from }: PlanValues): number | null => at(day, from);
export const endOf = ({ day, lastDay, to }: PlanValues): number | null => at(lastDay || day, to);

/** What a session says, as it is typed. */
export function valuesOf(session: TrainingSession): PlanValues {
  const [day, lastDay] = [dayOf(session.startsAt), dayOf(session.endsAt)];
  return {
    course: {
      ...{ id: session.courseId, title: session.courseTitle },
      activities: [{ id: session.activityId, title: session.activityTitle, minutes: null }],
    },
    ...{ activityId: session.activityId, form: session.form, day },
    ...{ from: londonTime(new Date(session.startsAt)), to: londonTime(new Date(session.endsAt)) },
    lastDay: lastDay === day ? '' : lastDay,
    ...{ place: session.place, link: session.joinUrl ?? '', note: session.note },
    capacity: session.capacity === null ? '' : String(session.capacity),
    trainers: session.trainers.map(({ personId, name }) => ({ id: personId, name })),
    everybody: (session.organisations ?? []).length === 0,
    organisations: [...(session.organisations ?? [])],
  };
}

/** What is sent; only of values that have no fault. */
export const requestOf = (values: PlanValues): ChangeSessionRequest => ({
  form: values.form,
  startsAt: new Date(startOf(values) ?? 0).toISOString(),
  endsAt: new Date(endOf(values) ?? 0).toISOString(),
  place: values.place.trim(),
  joinUrl: values.link.trim() || null,
  note: values.note.trim(),
  trainerIds: values.trainers.map(({ id }) => id),
  capacity: values.capacity.trim() === '' ? null : Number(values.capacity),
  organisationIds: values.everybody ? [] : values.organisations.map(({ id }) => id),
});

/** Whether those who are booked are told of a change. */
export const isTold = (before: PlanValues, now: PlanValues): boolean =>
  (['day', 'from', 'to', 'lastDay', 'place', 'link'] as const).some((name) => before[name].trim() !== now[name].trim());
