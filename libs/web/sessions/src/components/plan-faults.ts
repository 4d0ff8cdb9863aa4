import { deskTexts } from '../texts/desk.js';
import { endOf, type PlanValues, startOf } from './plan-values.js';

const { t } = deskTexts;

export type PlanFaults = Partial<
  Record<'course' | 'day' | 'from' | 'to' | 'place' | 'link' | 'capacity' | 'trainers' | 'organisations', string>
>;

const MOST = 500;

function timeFaults(values: PlanValues, now: number): PlanFaults {
  const [start, end] = [startOf(values), endOf(values)];
  const late = end !== null && end <= now ? t('plan.over') : undefined;
  const early = start !== null && end !== null && end <= start ? t('plan.endsEarly') : undefined;
  const to = values.to === '' ? t('plan.timeMissing') : (early ?? late);
  return {
    ...(values.day === '' && { day: t('plan.dayMissing') }),
    ...(values.from === '' && { from: t('plan.timeMissing') }),
    ...(to !== undefined && { to }),
  };
}

/** What is wrong with what was typed, by field. What has begun can be planned still, for those who came. */
export function planFaults(values: PlanValues, now: number, booked = 0): PlanFaults {
  const link = values.link.trim();
  const capacity = values.capacity.trim();
  const count = Number(capacity);
  return {
    ...(!values.course && { course: t('plan.courseMissing') }),
    ...timeFaults(values, now),
    ...(values.place.trim() === '' && link === '' && { place: t('plan.placeMissing') }),
    ...(link !== '' && !/^https?:\/\/\S+\.\S+$/.test(link) && { link: t('plan.linkWrong') }),
    ...(capacity !== '' && (!/^\d+$/.test(capacity) || count < 1 || count > MOST)
      ? { capacity: t('plan.capacityWrong') }
      : capacity !== '' && count < booked && { capacity: t('plan.capacityBooked', { count: booked }) }),
    ...(values.trainers.length === 0 && { trainers: t('plan.trainersMissing') }),
    ...(!values.everybody && values.organisations.length === 0 && { organisations: t('plan.organisationsMissing') }),
  };
}
