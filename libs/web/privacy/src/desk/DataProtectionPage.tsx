import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { FilterLinks, Page, PageHeader } from '@lms/web-ui';
import { Link, useParams } from 'react-router';
import { deskTexts } from '../texts/desk.js';
import { deskExports } from './DeskExport.js';
import { DownloadList } from './DownloadList.js';
import { DueList } from './DueList.js';
import { ErasureList } from './ErasureList.js';
import { HoldList } from './HoldList.js';
import { RetentionList } from './RetentionList.js';

const lists = {
  proposals: <ErasureList show="open" />,
  due: <DueList />,
  downloads: <DownloadList />,
  holds: <HoldList />,
  decided: <ErasureList show="decided" />,
  retention: <RetentionList />,
} as const;
type View = keyof typeof lists;
const views = Object.keys(lists) as View[];

/** What is done for data protection. Administrators see the periods alone. */
export function DataProtectionPage() {
  const { t } = useTexts(deskTexts);
  const me = useMe();
  const reads = can(me, 'privacy.read');
  const { view } = useParams();
  const shown = reads ? (views.find((each) => each === view) ?? 'proposals') : 'retention';
  usePageTitle(t('title'));
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={
          <>
            {can(me, 'anchors.read') && <Link to={paths.anchors}>{t('anchors')}</Link>}
            {deskExports[shown]}
          </>
        }
      />
      {reads && (
        <FilterLinks
          label={t('views')}
          links={views.map((each) => ({
            key: each,
            to: paths.dataProtection(each === 'proposals' ? undefined : each),
            label: t(`view.${each}`),
            current: each === shown,
          }))}
        />
      )}
      {lists[shown]}
    </Page>
  );
}
