import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LinkButton, Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { courseQuery } from '../api/course.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { RecordingForm } from '../recording/RecordingForm.js';
import { recordingTexts } from '../texts/recording.js';

/** A trainer says who did an activity in person, and when. */
export function RecordInPersonPage() {
  const { t } = useTexts(recordingTexts);
  const { courseId = '' } = useParams();
  const { data: course } = useQuery(courseQuery(courseId));
  usePageTitle(course && t('title'));
  if (!course) return <PageSkeleton />;
  const published = course.versions.find((version) => version.state === 'published');
  const activities = published?.activities.filter((activity) => activity.kind === 'in-person') ?? [];
  const back = t('back', { title: course.title });
  return (
    <Page width="reading">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={paths.manageCourse(course.id)}>{back}</Link>}
        aside={<Link to={paths.recorded}>{t('recordedBefore')}</Link>}
      />
      {activities.length > 0 ? (
        <RecordingForm activities={activities} />
      ) : (
        <Empty
          level={2}
          title={t('none')}
          text={t('noneText')}
          action={<LinkButton to={paths.manageCourse(course.id)}>{back}</LinkButton>}
        />
      )}
    </Page>
  );
}
