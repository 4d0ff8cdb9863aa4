import { formatMinutes, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, Page, PageHeader, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { CountsAs } from '../components/CountsAs.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { browseTexts } from '../texts/browse.js';
import { catalogueCourseQuery } from './api/catalogue-course.js';
import { CourseFacts } from './CourseFacts.js';
import { useBrowseParts } from './parts.js';
import { kindText } from './words.js';
import { YourStanding } from './YourStanding.js';

/** What a course is, what there is to do in it, how one stands, and the way in. */
export function CatalogueCoursePage() {
  const { t } = useTexts(browseTexts);
  const { courseId = '' } = useParams();
  const { NextSessions } = useBrowseParts();
  const { data: course } = useQuery(catalogueCourseQuery(courseId));
  usePageTitle(course?.title ?? t('loading'));
  if (!course) return <PageSkeleton />;
  return (
    <Page width="reading">
      <PageHeader
        title={course.title}
        lead={course.summary}
        above={<Link to={paths.catalogue}>{t('course.back')}</Link>}
      />
      <YourStanding course={course} />
      <NextSessions courseId={courseId} />
      <Section title={t('course.contents')}>
        {(heading) =>
          course.activities.length === 0 ? (
            <Empty title={t('course.contentsNone')} />
          ) : (
            <Rows labelledBy={heading}>
              {course.activities.map((activity, place) => (
                <Row
                  key={place}
                  title={activity.title}
                  detail={
                    activity.minutes === null
                      ? kindText(activity.kind)
                      : t('course.activity', {
                          kind: kindText(activity.kind),
                          length: formatMinutes(activity.minutes),
                        })
                  }
                />
              ))}
            </Rows>
          )
        }
      </Section>
      <CountsAs courseId={courseId} />
      <Section title={t('course.facts')}>
        <CourseFacts course={course} />
      </Section>
    </Page>
  );
}
