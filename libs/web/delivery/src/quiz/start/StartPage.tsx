import type { OpenedActivity, QuizStatus } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { Icon, Plate, Sign } from '@lms/web-ui';
import { useEffect } from 'react';
import { browserKeptAnswers } from '../book/kept-answers.js';
import { quizTexts } from '../texts.js';
import { EarlierRuns } from './EarlierRuns.js';
import { rulesOf } from './rules.js';
import { StartButton } from './StartButton.js';
import styles from './Start.module.css';

interface Props {
  opened: OpenedActivity;
  status: QuizStatus;
  onStarted: () => void;
}

/** Before a try: how long it is, how it works, and what happened so far. */
export function StartPage({ opened, status, onStarted }: Props) {
  const { t } = useTexts(quizTexts);
  const { personId } = useMe();
  // Places and flags of tries that ended on another device are of no use any more.
  useEffect(() => {
    for (const run of status.runs) if (run.handedInAt !== null) browserKeptAnswers(personId, run.id).forget();
  }, [personId, status.runs]);
  const settings = opened.settings?.kind === 'quiz' ? opened.settings : null;
  return (
    <div className={styles.page}>
      <Sign
        plate={<Plate look="here">{t(status.passed ? 'start.passedPlate' : 'start.plate')}</Plate>}
        destination={opened.title}
        distance={{ figure: String(status.questions), unit: t('start.unit', { count: status.questions }) }}
        details={
          <>
            {settings?.instructions && <p className={styles.instructions}>{settings.instructions}</p>}
            <ul className={styles.rules} aria-label={t('start.rules')}>
              {rulesOf(status, settings).map((rule) => (
                <li key={rule}>
                  <Icon name="tick" size={18} strokeWidth={2.2} />
                  {rule}
                </li>
              ))}
            </ul>
          </>
        }
        actions={
          status.passed ? (
            <p className={styles.blocked}>{t('start.passed')}</p>
          ) : (
            <StartButton status={status} onStarted={onStarted} />
          )
        }
      />
      <EarlierRuns runs={status.runs} />
    </div>
  );
}
