import type { QuizStatus } from '@lms/contracts';
import { formatMoment, useTexts } from '@lms/web-platform';
import { Hidden, LinkButton, Plate, Row, Rows, Section } from '@lms/web-ui';
import { quizTexts } from '../texts.js';
import { scoreText } from '../result/score-text.js';

/** The tries so far, the newest first, each with its result. */
export function EarlierRuns({ runs }: Pick<QuizStatus, 'runs'>) {
  const { t } = useTexts(quizTexts);
  const over = runs.filter((run) => run.handedInAt !== null).toSorted((a, b) => b.number - a.number);
  if (over.length === 0) return null;
  return (
    <Section title={t('start.earlier')}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {over.map((run) => (
            <Row
              key={run.id}
              mark={
                run.score === null ? undefined : (
                  <Plate look={run.passed ? 'ink' : 'outline'}>
                    {t('start.score', { score: scoreText(run.score) })}
                  </Plate>
                )
              }
              title={t('start.run', { number: run.number })}
              detail={t(run.passed ? 'start.passedOn' : 'start.failedOn', {
                moment: formatMoment(run.handedInAt ?? ''),
              })}
              action={
                <LinkButton size="small" to={{ search: `?result=${run.id}` }} preventScrollReset>
                  {t('start.result')}
                  <Hidden>{t('start.named', { number: run.number })}</Hidden>
                </LinkButton>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
