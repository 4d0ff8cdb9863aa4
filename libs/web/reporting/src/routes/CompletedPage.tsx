import type { CompletedItem } from '@lms/contracts';
import { formatCount, formatDay, paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  DataTable,
  Empty,
  ExportMenu,
  FormActions,
  Page,
  PageHeader,
  Section,
  Skeleton,
  SkeletonRows,
  TextField,
} from '@lms/web-ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { completedQuery, completedTotalsQuery } from '../api/learners.js';
import styles from '../learners/learners.module.css';
import { overviewLink } from '../learners/learners-link.js';
import { useLearnersAddress } from '../learners/use-learners-address.js';
import { WhoseFields } from '../learners/WhoseFields.js';
import { learnersTexts } from '../texts/learners.js';

const keyOf = ({ personId, courseId, completedOn }: CompletedItem, n: number) =>
  `${personId} ${courseId} ${completedOn} ${n}`;

/** Of courses, before all of them are asked for. */
const FEW = 8;

/** Who completed what in some days: the people behind a month of the overview. */
export function CompletedPage() {
  const { t } = useTexts(learnersTexts);
  const address = useLearnersAddress();
  const { activityId: _, ...filter } = address.filter;
  const { data: totals } = useQuery(completedTotalsQuery(filter));
  const list = useInfiniteQuery(completedQuery(filter));
  const exported = useListExport([{ list: 'completed', filters: filter }]);
  const [whole, setWhole] = useState(false);
  usePageTitle(t('completed.title'));
  if (!totals || !list.data)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={8} />
        </Skeleton>
      </Page>
    );
  const rows = list.data.pages.flatMap(({ items }) => items).map((item, n) => ({ ...item, key: keyOf(item, n) }));
  const only = filter.courseId && totals.courses[0]?.title;
  return (
    <Page width="wide">
      <PageHeader
        title={t('completed.title')}
        lead={t('completed.lead', {
          completions: t('completed.completions', { count: totals.completions }),
          people: t('completed.people', { count: totals.people }),
        })}
        above={<Link to={overviewLink(filter)}>{t('back')}</Link>}
        aside={rows.length > 0 && <ExportMenu {...exported} />}
      />
      <div className={styles.filters}>
        <WhoseFields address={address} />
        <TextField
          type="date"
          label={t('from')}
          value={filter.from ?? ''}
          max={filter.to}
          onChange={({ target }) => address.write({ from: target.value })}
        />
        <TextField
          type="date"
          label={t('to')}
          value={filter.to ?? ''}
          min={filter.from}
          onChange={({ target }) => address.write({ to: target.value })}
        />
      </div>
      {only && (
        <p className={styles.only}>
          <b>{t('completed.only', { title: only })}</b>
          <Link to={address.to({ courseId: '' })}>{t('all')}</Link>
        </p>
      )}
      {rows.length === 0 && <Empty level={2} title={t('none')} text={t('noneText')} />}
      {rows.length > 0 && !filter.courseId && (
        <Section title={t('completed.byCourse')}>
          <DataTable
            caption={t('completed.byCourse')}
            rows={whole ? totals.courses : totals.courses.slice(0, FEW)}
            rowKey={({ courseId }) => courseId}
            columns={[
              {
                ...{ key: 'course', head: t('course'), main: true },
                cell: ({ courseId, title }) => <Link to={address.to({ courseId })}>{title}</Link>,
              },
              {
                ...{ key: 'of', head: t('completed.of'), align: 'right' },
                cell: ({ completions }) => formatCount(completions),
              },
              { key: 'people', head: t('people'), align: 'right', cell: ({ people }) => formatCount(people) },
            ]}
          />
          {!whole && totals.courses.length > FEW && (
            <FormActions>
              <Button onClick={() => setWhole(true)}>{t('completed.courses', { count: totals.courses.length })}</Button>
            </FormActions>
          )}
        </Section>
      )}
      {rows.length > 0 && (
        <Section title={t('completed.list')}>
          <DataTable
            caption={t('completed.list')}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              {
                ...{ key: 'person', head: t('person'), main: true },
                cell: ({ personId, name }) => <Link to={paths.personRecord(personId)}>{name}</Link>,
              },
              { key: 'organisation', head: t('organisation'), cell: ({ organisationName }) => organisationName },
              { key: 'course', head: t('course'), cell: ({ title }) => title },
              { key: 'on', head: t('completed.on'), tight: true, cell: ({ completedOn }) => formatDay(completedOn) },
              {
                ...{ key: 'until', head: t('completed.until'), tight: true },
                cell: ({ validUntil }) => validUntil && formatDay(validUntil),
              },
            ]}
          />
          {list.hasNextPage && (
            <FormActions>
              <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('more')}
              </Button>
            </FormActions>
          )}
        </Section>
      )}
    </Page>
  );
}
