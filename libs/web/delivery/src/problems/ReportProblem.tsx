import { SupportLine, useTexts } from '@lms/web-platform';
import { Button, FieldShell, Form, FormActions, Icon, Notice } from '@lms/web-ui';
import { useId, useState } from 'react';
import styles from './ReportProblem.module.css';
import { problemTexts } from './texts.js';
import { useReport } from './use-report.js';

/** At the foot of the player, whatever is played: words that go to the course's owner with the log of this visit. */
export function ReportProblem({ activityId, waiting }: { activityId: string; waiting: number }) {
  const { t } = useTexts(problemTexts);
  const [open, setOpen] = useState(false);
  const [empty, setEmpty] = useState(false);
  const form = useId();
  const report = useReport(activityId, waiting);
  const send = (): void => {
    setEmpty(report.words.trim() === '');
    if (report.words.trim() !== '') void report.send();
  };
  return (
    <section className={styles.report}>
      <Button variant="quiet" aria-expanded={open} aria-controls={form} onClick={() => setOpen(!open)}>
        <Icon name="flag" />
        {t('report')}
      </Button>
      <div id={form} hidden={!open}>
        <SupportLine />
        {report.state === 'sent' ? (
          <Notice tone="good">{t('sent')}</Notice>
        ) : (
          <Form onSubmit={send} label={t('report')}>
            <FieldShell label={t('words')} hint={t('hint')} error={empty ? t('needWords') : null}>
              {(ids) => (
                <textarea
                  {...ids}
                  className={styles.words}
                  rows={5}
                  maxLength={4000}
                  value={report.words}
                  onChange={(event) => report.write(event.target.value)}
                />
              )}
            </FieldShell>
            <p className={styles.goes}>{t('goesTo')}</p>
            {report.failure && <Notice tone="danger">{t('notSent', { reason: report.failure })}</Notice>}
            <FormActions>
              <Button type="submit" variant="main" busy={report.state === 'sending'}>
                {t('send')}
              </Button>
              <Button variant="quiet" onClick={() => setOpen(false)}>
                {t('cancel')}
              </Button>
            </FormActions>
          </Form>
        )}
      </div>
    </section>
  );
}
