import { can, formatDayOf, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, LinkButton, Notice, Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { pathQuery } from '../api/path.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { StatePlate } from '../components/VersionPlates.js';
import { Approval } from '../life/Approval.js';
import { shownVersion } from '../life/shown-version.js';
import { VersionList } from '../life/VersionList.js';
import { Audience } from '../path/Audience.js';
import { EditPath } from '../path/EditPath.js';
import { PathChanges } from '../path/PathChanges.js';
import { draftOf } from '../path/path-draft.js';
import { PathEditor } from '../path/PathEditor.js';
import editor from '../path/PathEditor.module.css';
import { PathPreview } from '../path/PathPreview.js';
import { Running } from '../path/Running.js';
import { StagesView } from '../path/StagesView.js';
import { commonTexts } from '../texts/common.js';
import { pathTexts } from '../texts/paths.js';
import styles from './Manage.module.css';

/** A path: the newest version, or the one that the address names. A draft is edited right here. */
export function PathPage() {
  const { t } = useTexts(pathTexts);
  const { t: common } = useTexts(commonTexts);
  const { pathId = '' } = useParams();
  const [params] = useSearchParams();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const { data: path } = useQuery(pathQuery(pathId));
  usePageTitle(path?.title);
  const version = path && shownVersion(path.versions, params.get('version'));
  if (!path || !version) return <PageSkeleton />;
  const before = path.versions.find(({ number }) => number === version.number - 1);
  const editable = version.state === 'draft' && can(me, 'paths.write');
  const approval = (beforeStep?: () => Promise<boolean>) => (
    <Approval
      key={version.id}
      kind="path"
      ownerId={path.id}
      version={version}
      twoPeople
      openVersion={path.versions.some(({ state }) => state === 'draft' || state === 'in-review')}
      retire={{ title: t('manage.retireTitle', { title: path.title }), text: t('manage.retireText') }}
      beforeStep={beforeStep}
    />
  );
  return (
    <Page>
      <PageHeader
        title={path.title}
        lead={path.summary || undefined}
        above={<Link to={paths.paths}>{t('manage.back')}</Link>}
        aside={
          <div className={editor.actions}>
            {can(me, 'paths.write') && <Button onClick={() => setEditing(true)}>{t('edit.open')}</Button>}
            {can(me, 'record.read') && <LinkButton to={paths.pathProgress(path.id)}>{t('manage.progress')}</LinkButton>}
          </div>
        }
      />
      <div className={styles.which}>
        <p className={styles.version}>{common('version', { number: version.number })}</p>
        <StatePlate state={version.state} />
        <span className={styles.since}>
          {[path.code, t(`kind.${path.kind}`), version.publishedAt && formatDayOf(version.publishedAt)]
            .filter(Boolean)
            .join(', ')}
        </span>
      </div>
      {version.state === 'draft' && version.returnedReason && (
        <Notice>{common('life.returned', { reason: version.returnedReason })}</Notice>
      )}
      {editable ? (
        <PathEditor key={version.id} version={version} aside={approval} />
      ) : (
        <>
          <PathPreview draft={draftOf(version)} />
          <div className={editor.columns}>
            <div className={editor.work}>
              {before && <PathChanges version={version} before={before} />}
              <Audience audience={version.audience} />
              <StagesView version={version} />
              {before && version.state === 'in-review' && <Running version={version} draft={version} />}
            </div>
            <div className={editor.aside}>{approval()}</div>
          </div>
        </>
      )}
      {editing && <EditPath path={path} onClose={() => setEditing(false)} />}
      <VersionList versions={path.versions} shownId={version.id} />
    </Page>
  );
}
