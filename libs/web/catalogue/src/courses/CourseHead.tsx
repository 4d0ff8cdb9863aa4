import type { Course } from '@lms/contracts';
import { can, paths, useMe, useTexts } from '@lms/web-platform';
import { Button, LinkButton, PageHeader, Plate } from '@lms/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { builderTexts } from '../texts/builder.js';
import { courseTexts } from '../texts/courses.js';
import { CourseMore } from './CourseMore.js';
import { EditDetails } from './EditDetails.js';
import styles from './CourseHead.module.css';

/** What a course is called, what it is about and whose it is. */
export function CourseHead({ course }: { course: Course }) {
  const { t } = useTexts(courseTexts);
  const { t: builder } = useTexts(builderTexts);
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const published = course.versions.find((version) => version.state === 'published');
  const inPerson = published?.activities.some((activity) => activity.kind === 'in-person') ?? false;
  return (
    <>
      <PageHeader
        title={course.title}
        above={<Link to={paths.courses}>{t('manage.back')}</Link>}
        lead={course.summary || undefined}
        aside={
          <>
            {inPerson && can(me, 'record.write') && (
              <LinkButton to={paths.recordInPerson(course.id)}>{t('manage.record')}</LinkButton>
            )}
            {published && (
              <LinkButton variant="quiet" to={paths.course(course.id)}>
                {t('manage.learner')}
              </LinkButton>
            )}
            {published && can(me, 'courses.write') && (
              <LinkButton variant="quiet" to={paths.problems(course.id)}>
                {t('manage.problems')}
              </LinkButton>
            )}
            {can(me, 'courses.write') && <Button onClick={() => setEditing(true)}>{t('manage.edit')}</Button>}
            {can(me, 'courses.write') && <CourseMore course={course} />}
          </>
        }
      />
      <ul className={styles.facts}>
        <li>{course.code}</li>
        {(course.mandatory || course.mandatoryForced) && (
          <li>
            <Plate look="soft">{t('mandatory')}</Plate>
          </li>
        )}
        {course.template && (
          <li>
            <Plate look="soft">{builder('copy.plate')}</Plate>
          </li>
        )}
        {course.topics.map((topic) => (
          <li key={topic}>{topic}</li>
        ))}
        {course.ownerName && <li>{t('manage.owner', { name: course.ownerName })}</li>}
        {course.copiedFrom && (
          <li>
            {builder('copy.from')} <Link to={paths.manageCourse(course.copiedFrom.id)}>{course.copiedFrom.title}</Link>
          </li>
        )}
      </ul>
      {editing && <EditDetails course={course} onClose={() => setEditing(false)} />}
    </>
  );
}
