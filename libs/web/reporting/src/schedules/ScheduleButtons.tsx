import type { Schedule } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, Icon, LinkButton } from '@lms/web-ui';
import { useState } from 'react';
import { EndDialog } from './EndDialog.js';
import { scheduleTexts } from './schedule-texts.js';
import { useScheduleAct } from './use-schedule-act.js';

/** What can be done with a schedule, on its own page. */
export function ScheduleButtons({ schedule }: { schedule: Schedule }) {
  const { t } = useTexts(scheduleTexts);
  const { act, busy } = useScheduleAct(schedule);
  const [ending, setEnding] = useState(false);
  if (schedule.state === 'ended') return null;
  const turn = schedule.state === 'paused' ? 'resume' : 'pause';
  return (
    <>
      <Button variant="main" busy={busy} onClick={() => void act('run')}>
        {t('actions.run')}
      </Button>
      <Button disabled={busy} onClick={() => void act(turn)}>
        {t(`actions.${turn}`)}
      </Button>
      <LinkButton to={`${paths.schedules}/${schedule.id}/edit`}>
        <Icon name="edit" size={18} />
        {t('actions.edit')}
      </LinkButton>
      <Button variant="danger" disabled={busy} onClick={() => setEnding(true)}>
        {t('actions.end')}
      </Button>
      {ending && (
        <EndDialog
          schedule={schedule}
          onClose={() => setEnding(false)}
          onEnd={() => {
            setEnding(false);
            void act('end');
          }}
        />
      )}
    </>
  );
}
