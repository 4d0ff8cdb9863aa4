import type { Outcomes } from '@lms/contracts';
import { can, paths, problemText, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, Form, FormActions, Notice, Page, PageHeader, Skeleton, SkeletonRows, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { outcomesQuery, useSaveOutcomes } from '../api/outcomes.js';
import { changed, linesOf, moved, type OutcomeLine, requestOf } from './edit-outcomes.js';
import { OutcomeRow } from './OutcomeRow.js';
import styles from './outcomes.module.css';
import { outcomeTexts } from './texts.js';

/** The list of outcomes that courses can serve, edited as one. */
export function OutcomesPage() {
  const { t } = useTexts(outcomeTexts);
  usePageTitle(t('title'));
  const settings = can(useMe(), 'settings.write');
  const { data } = useQuery({ ...outcomesQuery(), throwOnError: true });
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={settings ? <Link to={paths.settings}>{t('settings')}</Link> : undefined}
      />
      {data ? (
        <OutcomeList key={data.version} stored={data} />
      ) : (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      )}
    </Page>
  );
}

function OutcomeList({ stored }: { stored: Outcomes }) {
  const { t } = useTexts(outcomeTexts);
  const save = useSaveOutcomes(stored.version);
  const [lines, setLines] = useState<OutcomeLine[]>(() => linesOf(stored));
  const [tried, setTried] = useState(false);
  const added = useRef(0);
  const add = () => {
    added.current += 1;
    setLines([...lines, { key: `new ${added.current}`, id: null, name: '', retired: false, courses: 0 }]);
  };
  const submit = () => {
    setTried(true);
    if (lines.every(({ name }) => name.trim())) save.mutate(requestOf(lines), { onSuccess: () => toast(t('saved')) });
  };
  return (
    <Form onSubmit={submit} label={t('title')}>
      <p className={styles.hint}>{t('hint')}</p>
      {lines.length === 0 && <Empty level={2} title={t('none')} text={t('noneText')} />}
      <ol className={styles.list}>
        {lines.map((line, n) => (
          <OutcomeRow
            key={line.key}
            {...{ line, n, tried, count: lines.length, error: save.error }}
            onChange={(part) => setLines(changed(lines, line.key, part))}
            onMove={(by) => setLines(moved(lines, n, by))}
            onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
      </ol>
      {save.error && <Notice tone="danger">{problemText(save.error)}</Notice>}
      <FormActions>
        <Button type="submit" variant="main" busy={save.isPending}>
          {t('save')}
        </Button>
        <Button onClick={add}>{t('add')}</Button>
      </FormActions>
    </Form>
  );
}
