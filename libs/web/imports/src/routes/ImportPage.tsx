import { formatDay, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { LinkButton, Notice, Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { importQuery, isRunning, kindsQuery } from '../api/imports.js';
import { ColumnsStep } from '../columns/ColumnsStep.js';
import { ImportSkeleton } from '../components/ImportSkeleton.js';
import { ImportSteps } from '../components/ImportSteps.js';
import { Working } from '../components/Working.js';
import { RowsStep } from '../rows/RowsStep.js';
import { importTexts } from '../texts.js';
import styles from '../imports.module.css';

/** One file on its way. It can be left and come back to at any point. */
export function ImportPage() {
  const { t } = useTexts(importTexts);
  const { importId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data: shown } = useQuery(importQuery(importId));
  const { data: kinds } = useQuery(kindsQuery());
  usePageTitle(shown?.fileName ?? t('title'));
  const kind = kinds?.items.find((one) => one.kind === shown?.kind);
  if (!shown || !kind) return <ImportSkeleton />;

  const { state } = shown;
  const again = search.get('step') === 'columns' && (state === 'checked' || state === 'applied');
  const atColumns = state === 'columns' || again;
  return (
    <Page width="wide">
      <PageHeader
        title={shown.fileName}
        lead={t(`kind.${shown.kind}`)}
        above={<Link to={paths.imports}>{t('back')}</Link>}
      />
      <div className={styles.steps}>
        <ImportSteps shown={shown} atColumns={atColumns} />
      </div>
      {shown.refusal && (
        <Notice tone="danger">
          {state === 'refused' && <h2>{t('refused.title')}</h2>}
          <p>{shown.refusal}</p>
        </Notice>
      )}
      {state === 'refused' && (
        <LinkButton to={paths.newImport(shown.kind)} variant="main">
          {t('refused.again')}
        </LinkButton>
      )}
      {isRunning(shown) && <Working shown={shown} />}
      {shown.cleared && <Notice>{t('cleared')}</Notice>}
      {!shown.cleared && atColumns && (
        <ColumnsStep key={state} shown={shown} kind={kind} onSent={() => setSearch({}, { replace: true })} />
      )}
      {!shown.cleared && !atColumns && (state === 'checked' || state === 'applied') && (
        <RowsStep shown={shown} kind={kind} />
      )}
      {!shown.cleared && state !== 'refused' && (
        <p className={styles.clears}>{t('clears', { day: formatDay(shown.clearsOn) })}</p>
      )}
    </Page>
  );
}
