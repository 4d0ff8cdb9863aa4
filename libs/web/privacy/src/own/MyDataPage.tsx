import { formatMoment, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, Notice, Page, PageHeader, Section, toast } from '@lms/web-ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { downloadsQuery, useAskForData } from '../api/downloads.js';
import { retentionQuery } from '../api/retention.js';
import { DownloadRows } from '../shared/DownloadRows.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import styles from '../shared/shared.module.css';
import { useDoing } from '../shared/use-doing.js';
import { commonTexts } from '../texts/common.js';
import { ownTexts } from '../texts/own.js';

/** Everything that is kept about oneself, to take along. */
export function MyDataPage() {
  const { t } = useTexts(ownTexts);
  usePageTitle(t('title'));
  return (
    <Page width="reading">
      <PageHeader title={t('title')} lead={t('lead')} above={<Link to={paths.account}>{t('account')}</Link>} />
      <Section title={t('inIt')}>
        <div className={styles.part}>
          <p>{t('inItText')}</p>
          <p>{t('notIn')}</p>
        </div>
      </Section>
      <Files />
      <Kept />
    </Page>
  );
}

function Files() {
  const { t } = useTexts(ownTexts);
  const { t: common } = useTexts(commonTexts);
  const list = useInfiniteQuery(downloadsQuery('mine'));
  const { mine } = useAskForData();
  const { busy, problem, run } = useDoing();
  const requests = list.data?.pages.flatMap(({ items }) => items);
  const ask = () => void run(mine, () => toast(t('asked')));
  return (
    <Section title={t('files')}>
      {!requests && <ListSkeleton />}
      {requests?.length === 0 && <Empty title={t('none')} text={t('noneText')} plain />}
      {requests && requests.length > 0 && (
        <DownloadRows
          requests={requests}
          label={t('files')}
          title={({ askedAt }) => common('download.asked', { moment: formatMoment(askedAt) })}
        />
      )}
      <MoreButton list={list} />
      <div className={styles.after}>
        {problem && <Notice tone="danger">{problem}</Notice>}
        <FormActions>
          <Button variant="main" busy={busy} onClick={ask}>
            {t('ask')}
          </Button>
        </FormActions>
      </div>
    </Section>
  );
}

function Kept() {
  const { t } = useTexts(ownTexts);
  const { data } = useQuery(retentionQuery());
  const leavers = data?.items.find(({ kind }) => kind === 'leavers');
  return (
    <Section title={t('kept')} aside={<Link to={paths.privacyNotice}>{t('notice')}</Link>}>
      <div className={styles.part}>
        {leavers && (
          <p>{leavers.period === null ? t('leavers.forGood') : t('leavers.years', { count: leavers.period })}</p>
        )}
        <p>{t('erase')}</p>
      </div>
    </Section>
  );
}
