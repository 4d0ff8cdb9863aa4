import { can, formatDayOf, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Notice, Page } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { courseQuery } from '../api/course.js';
import { CountsAs } from '../components/CountsAs.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { StatePlate } from '../components/VersionPlates.js';
import { TemplateAside } from '../courses/TemplateAside.js';
import { CourseHead } from '../courses/CourseHead.js';
import { VersionFacts } from '../courses/VersionFacts.js';
import { DraftEditor } from '../editor/DraftEditor.js';
import { Approval } from '../life/Approval.js';
import { Changes } from '../life/changes/Changes.js';
import { Consequence } from '../life/Consequence.js';
import { ReleaseDialog } from '../life/ReleaseDialog.js';
import { shownVersion } from '../life/shown-version.js';
import { VersionList } from '../life/VersionList.js';
import { commonTexts } from '../texts/common.js';
import { courseTexts } from '../texts/courses.js';
import styles from './Manage.module.css';

/** A course as its authors see it: the newest version, or the one that the address names. */
export function ManageCoursePage() {
  const { t } = useTexts(courseTexts);
  const { t: common } = useTexts(commonTexts);
  const { courseId = '' } = useParams();
  const [params] = useSearchParams();
  const me = useMe();
  const { data: course } = useQuery(courseQuery(courseId));
  usePageTitle(course?.title);
  const version = course && shownVersion(course.versions, params.get('version'));
  if (!course || !version) return <PageSkeleton />;
  const editable = version.state === 'draft' && can(me, 'courses.write');
  const outsideHosts = [...new Set(version.activities.flatMap((activity) => activity.outsideHosts))].sort();
  // Somebody may be in the middle of an earlier one.
  const replaces = version.number > 1;
  const open = course.versions.some(({ state }) => state === 'draft' || state === 'in-review');
  return (
    <Page>
      <CourseHead course={course} />
      <div className={styles.columns}>
        <div className={styles.work}>
          <div className={styles.which}>
            <p className={styles.version}>{common('version', { number: version.number })}</p>
            <StatePlate state={version.state} />
            {version.publishedAt && <span className={styles.since}>{formatDayOf(version.publishedAt)}</span>}
          </div>
          {version.state === 'draft' && version.returnedReason && (
            <Notice>{common('life.returned', { reason: version.returnedReason })}</Notice>
          )}
          {replaces && version.state !== 'draft' && <Consequence version={version} />}
          {version.state === 'in-review' && <Changes version={version} />}
          {editable ? <DraftEditor key={version.id} version={version} /> : <VersionFacts version={version} />}
          {version.state !== 'in-review' && <Changes version={version} />}
        </div>
        <div className={styles.aside}>
          {course.template ? (
            <TemplateAside course={course} />
          ) : (
            <Approval
              key={version.id}
              kind="course"
              ownerId={course.id}
              version={version}
              twoPeople={course.mandatory || course.mandatoryForced || outsideHosts.length > 0}
              outsideHosts={outsideHosts}
              openVersion={open}
              release={replaces ? (step) => <ReleaseDialog version={version} {...step} /> : undefined}
              retire={{ title: t('manage.retireTitle', { title: course.title }), text: t('manage.retireText') }}
            />
          )}
        </div>
      </div>
      <CountsAs courseId={course.id} />
      <VersionList versions={course.versions} shownId={version.id} />
    </Page>
  );
}
