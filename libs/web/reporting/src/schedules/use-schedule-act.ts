import type { ScheduleItem } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useState } from 'react';
import { type ScheduleAct, useScheduleChanges } from '../api/schedules.js';
import { scheduleTexts } from './schedule-texts.js';

/** Does something with a schedule, and says what came of it. */
export function useScheduleAct(schedule: Pick<ScheduleItem, 'id' | 'version' | 'name'>) {
  const { t } = useTexts(scheduleTexts);
  const changes = useScheduleChanges();
  const [busy, setBusy] = useState(false);
  const act = async (what: ScheduleAct): Promise<void> => {
    setBusy(true);
    try {
      await changes.act(schedule, what);
      toast(t(`done.${what}`, { name: schedule.name }));
    } catch (error) {
      toast(problemText(error));
    }
    setBusy(false);
  };
  return { act, busy };
}
