import type { LeaverRecord } from '@lms/contracts';
import { brand, formatDay, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Doorway,
  FormActions,
  Icon,
  LinkButton,
  Notice,
  PageHeader,
  Skeleton,
  SkeletonBlock,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { leaverQuery, useRecordFile } from '../api/leaver.js';
import files from '../components/RecordFiles.module.css';
import { recordsTexts } from '../texts.js';

/** `/leaver#<token>`, from the mail to somebody who has left: what follows the # is never sent to a server by itself. */
export function LeaverPage() {
  const { t } = useTexts(recordsTexts);
  const token = useLocation().hash.slice(1);
  const { data, isPending, isFetching, error, refetch } = useQuery({
    ...leaverQuery(token),
    enabled: token !== '',
    throwOnError: false,
  });
  const looking = token !== '' && isPending;
  usePageTitle(t(data || looking ? 'leaver.title' : 'leaver.gone'));
  return (
    <Doorway brand={brand}>
      {looking ? (
        <>
          <PageHeader title={t('leaver.title')} />
          <Skeleton label={t('loading')}>
            <SkeletonBlock height={24} />
            <SkeletonBlock height={48} width={220} />
          </Skeleton>
        </>
      ) : data ? (
        <TakeAlong token={token} record={data} />
      ) : error ? (
        <>
          <PageHeader title={t('leaver.title')} />
          <Notice tone="danger">{problemText(error)}</Notice>
          <FormActions>
            <Button variant="main" busy={isFetching} onClick={() => void refetch()}>
              {t('leaver.again')}
            </Button>
          </FormActions>
        </>
      ) : (
        <>
          <PageHeader title={t('leaver.gone')} lead={t('leaver.goneText')} />
          <LinkButton to={paths.signIn()}>{t('leaver.signIn')}</LinkButton>
        </>
      )}
    </Doorway>
  );
}

function TakeAlong({ token, record }: { token: string; record: LeaverRecord }) {
  const { t } = useTexts(recordsTexts);
  const file = useRecordFile(token, t('leaver.fileName'));
  return (
    <>
      <PageHeader
        title={t('leaver.title')}
        lead={t('leaver.lead', { name: record.name, day: formatDay(record.lastDay) })}
      />
      {file.error && <Notice tone="danger">{problemText(file.error)}</Notice>}
      <p className={files.text}>{t('leaver.completions', { count: record.completions })}</p>
      <div className={files.files}>
        {(['pdf', 'csv'] as const).map((kind) => (
          <Button
            key={kind}
            variant={kind === 'pdf' ? 'main' : 'usual'}
            busy={file.isPending && file.variables === kind}
            onClick={() => file.mutate(kind)}
          >
            <Icon name="download" />
            {t(`leaver.${kind}`)}
          </Button>
        ))}
      </div>
      <p className={files.after}>{t('leaver.until', { day: formatDay(record.endsOn) })}</p>
    </>
  );
}
