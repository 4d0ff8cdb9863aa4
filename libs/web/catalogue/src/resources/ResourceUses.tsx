import type { ReplacedCourse, Resource } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, DataTable, Empty, Notice } from '@lms/web-ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { catalogueKeys } from '../api/keys.js';
import { spreadResource } from '../api/resources.js';
import { StatePlate } from '../components/VersionPlates.js';
import { commonTexts } from '../texts/common.js';
import { resourceTexts } from '../texts/resources.js';
import { ReplacedList } from './ReplacedList.js';
import styles from './ResourcePage.module.css';

/** The courses that use a file, and those that a replacement did not reach. */
export function ResourceUses({ resource, writes }: { resource: Resource; writes: boolean }) {
  const { t } = useTexts(resourceTexts);
  const { t: common } = useTexts(commonTexts);
  const client = useQueryClient();
  const spread = useMutation({
    mutationFn: () => spreadResource(resource.id, 'draft'),
    onSuccess: () => client.invalidateQueries({ queryKey: catalogueKeys.all }),
  });
  const { uses, current } = resource;
  const behind = new Set(uses.filter((use) => use.revision !== current.number).map((use) => use.courseId)).size;
  const done: readonly ReplacedCourse[] = spread.data?.courses ?? [];
  if (uses.length === 0) return <Empty title={t('one.usesNone')} />;
  return (
    <div className={styles.uses}>
      {behind > 0 && writes && (
        <Notice>
          <div className={styles.behind}>
            <span>{t('one.outdated', { count: behind })}</span>
            <Button size="small" busy={spread.isPending} onClick={() => spread.mutate()}>
              {t('one.spread')}
            </Button>
          </div>
        </Notice>
      )}
      {spread.error && <Notice tone="danger">{problemText(spread.error)}</Notice>}
      {done.length > 0 && <ReplacedList courses={done} />}
      <DataTable
        caption={t('one.usesCaption')}
        rows={uses}
        rowKey={(use) => `${use.versionId} ${use.activityTitle}`}
        columns={[
          {
            key: 'course',
            head: t('one.course'),
            main: true,
            cell: (use) => <Link to={paths.manageCourse(use.courseId)}>{use.courseTitle}</Link>,
          },
          { key: 'version', head: t('one.version'), cell: (use) => common('version', { number: use.number }) },
          { key: 'state', head: t('one.state'), cell: (use) => <StatePlate state={use.state} /> },
          { key: 'activity', head: t('one.activity'), cell: (use) => use.activityTitle },
          {
            key: 'revision',
            head: t('one.revision'),
            cell: (use) => t(use.revision === current.number ? 'one.current' : 'one.older', { number: use.revision }),
          },
        ]}
      />
    </div>
  );
}
