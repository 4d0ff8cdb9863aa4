import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { previewQuery } from '../api/erasures.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { personTexts } from '../texts/person.js';
import { DownloadSection } from './DownloadSection.js';
import { EraseSection } from './EraseSection.js';
import { HoldSection } from './HoldSection.js';

/** Hold, download and erasure of one person. Whoever only reads sees what there is. */
export function PersonDataPage() {
  const { t } = useTexts(personTexts);
  const { personId = '' } = useParams();
  const writes = can(useMe(), 'privacy.write');
  const { data: preview } = useQuery({ ...previewQuery(personId), enabled: writes });
  usePageTitle(preview ? t('of', { name: preview.name }) : t('title'));
  if (writes && !preview) return <ListSkeleton />;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={preview && t('lead', { name: preview.name })}
        above={<Link to={paths.person(personId)}>{preview?.name ?? t('title')}</Link>}
      />
      <HoldSection personId={personId} />
      <DownloadSection personId={personId} />
      {preview && <EraseSection preview={preview} />}
    </Page>
  );
}
