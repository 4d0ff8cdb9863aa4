import type { ScheduleItem } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, Dropdown, LinkButton } from '@lms/web-ui';
import { useState } from 'react';
import { EndDialog } from './EndDialog.js';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';
import { useScheduleAct } from './use-schedule-act.js';

/** What can be done with a schedule, from its row. */
export function ScheduleMenu({ schedule }: { schedule: ScheduleItem }) {
  const { t } = useTexts(scheduleTexts);
  const { act, busy } = useScheduleAct(schedule);
  const [ending, setEnding] = useState(false);
  const paused = schedule.state === 'paused';
  return (
    <>
      <Dropdown label={t('change')} about={`“${schedule.name}”`} size="small" side="end" busy={busy}>
        {(close) => {
          const does = (what: 'run' | 'pause' | 'resume') => () => {
            close();
            void act(what);
          };
          return (
            <div className={styles.menu}>
              <Button size="small" onClick={does('run')}>
                {t('actions.run')}
              </Button>
              <Button size="small" onClick={does(paused ? 'resume' : 'pause')}>
                {t(`actions.${paused ? 'resume' : 'pause'}`)}
              </Button>
              <LinkButton size="small" to={`${paths.schedules}/${schedule.id}/edit`}>
                {t('actions.edit')}
              </LinkButton>
              <LinkButton size="small" to={`${paths.schedules}/${schedule.id}#runs`}>
                {t('actions.see')}
              </LinkButton>
              <Button
                size="small"
                variant="danger"
                onClick={() => {
                  close();
                  setEnding(true);
                }}
              >
                {t('actions.end')}
              </Button>
            </div>
          );
        }}
      </Dropdown>
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
