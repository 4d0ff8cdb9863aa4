import type { AsOfQuery } from '@lms/contracts';
import { formatDay, problemText, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Empty, Form, FormActions, Notice, Section, SkeletonRows, TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { asOfQuery } from '../api/as-of.js';
import { recordViewTexts } from '../texts/record.js';
import styles from './AsOfSection.module.css';
import { CourseTable } from './CourseTable.js';

/** How the record stood at another moment; which one lives in the address. */
export function AsOfSection({ personId, today }: { personId: string | null; today: string }) {
  const { t } = useTexts(recordViewTexts);
  const [search, setSearch] = useSearchParams();
  const at = search.get('at');
  const known: AsOfQuery['known'] = search.get('known') === 'now' ? 'now' : 'then';
  const [day, setDay] = useState(at?.slice(0, 10) ?? '');
  const [time, setTime] = useState(at?.slice(11, 16) ?? '09:00');
  const [chosen, setChosen] = useState(known);
  const [tried, setTried] = useState(false);
  const { data, error, isFetching } = useQuery(asOfQuery(personId, at, known));
  const go = (moment: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const name of ['at', 'known']) next.delete(name);
        if (moment) {
          next.set('at', moment);
          next.set('known', chosen);
        }
        return next;
      },
      { preventScrollReset: true },
    );
  const submit = () => {
    setTried(true);
    if (day) go(`${day}T${time || '09:00'}`);
  };
  return (
    <div data-paper={at ? undefined : 'no'}>
      <Section title={t('asOf.title')}>
        <p className={styles.text} data-paper="no">
          {t('asOf.text')}
        </p>
        <div data-paper="no">
          <Form onSubmit={submit} label={t('asOf.title')}>
            <div className={styles.fields}>
              <TextField
                label={t('asOf.day')}
                type="date"
                max={today}
                value={day}
                onChange={(event) => setDay(event.target.value)}
                error={tried && !day ? t('asOf.missing') : null}
              />
              <TextField
                label={t('asOf.time')}
                type="time"
                value={time}
                onChange={(event) => setTime(event.target.value)}
              />
              <ChoiceField
                legend={t('asOf.known')}
                options={(['then', 'now'] as const).map((value) => ({ value, label: t(`asOf.${value}`) }))}
                value={chosen}
                onChange={setChosen}
              />
            </div>
            <FormActions>
              <Button type="submit">{t('asOf.show')}</Button>
              {at && (
                <Button variant="quiet" onClick={() => go(null)}>
                  {t('asOf.clear')}
                </Button>
              )}
            </FormActions>
          </Form>
        </div>
        <div aria-live="polite">
          {error && <Notice tone="danger">{problemText(error)}</Notice>}
          {!data && isFetching && <SkeletonRows rows={3} />}
          {data && (
            <>
              <h3 className={styles.result}>
                {t(known === 'then' ? 'asOf.result' : 'asOf.resultNow', {
                  day: formatDay(data.at.slice(0, 10)),
                  time: data.at.slice(11),
                })}
              </h3>
              {data.courses.length === 0 ? (
                <Empty title={t('asOf.none')} />
              ) : (
                <CourseTable record={{ courses: data.courses, today: data.at.slice(0, 10) }} />
              )}
            </>
          )}
        </div>
      </Section>
    </div>
  );
}
