import type { OverviewFilter } from '@lms/contracts';
import { useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, ExportMenu, Page, PageHeader, Skeleton, SkeletonRows } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import { learnersTexts } from '../texts/learners.js';
import styles from './learners.module.css';
import { overviewLink } from './learners-link.js';
import type { LearnersAddress } from './use-learners-address.js';
import { WhoseFields } from './WhoseFields.js';

interface Props {
  title: string;
  lead: string | undefined;
  address: LearnersAddress;
  /** What the overview goes on with. */
  filter: OverviewFilter;
  /** The list as a file; `useListExport` knows the names of the lists. */
  file: Parameters<typeof useListExport>[0][number];
  /** Rows that are shown; null while they are fetched. */
  count: number | null;
  /** More to narrow it down by, after whose it is. */
  fields?: ReactNode;
  /** What it is narrowed down to by the link that led here, with the way to all of it. */
  only?: ReactNode;
  toAll?: To;
  children: ReactNode;
}

/** The page of the people behind a number of the overview: the way back, whose they are, the file, and when there is nobody. */
export function LearnersFrame({ title, lead, address, filter, file, count, fields, only, toAll, children }: Props) {
  const { t } = useTexts(learnersTexts);
  const exported = useListExport([file]);
  usePageTitle(title);
  if (count === null)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={8} />
        </Skeleton>
      </Page>
    );
  return (
    <Page width="wide">
      <PageHeader
        {...{ title, lead }}
        above={<Link to={overviewLink(filter)}>{t('back')}</Link>}
        aside={count > 0 && <ExportMenu {...exported} />}
      />
      <div className={styles.filters}>
        <WhoseFields address={address} />
        {fields}
      </div>
      {toAll && (
        <p className={styles.only}>
          {only && <b>{only}</b>}
          <Link to={toAll}>{t('all')}</Link>
        </p>
      )}
      {count === 0 ? <Empty level={2} title={t('none')} text={t('noneText')} /> : children}
    </Page>
  );
}
