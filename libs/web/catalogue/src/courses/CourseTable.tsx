import type { CourseItem } from '@lms/contracts';
import { formatMinutes, paths, useTexts } from '@lms/web-platform';
import { DataTable, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { VersionPlates } from '../components/VersionPlates.js';
import { courseTexts } from '../texts/courses.js';
import { kindText, validityText } from './words.js';
import styles from './CourseTable.module.css';

/** Courses with what they hold and where their versions stand. */
export function CourseTable({ courses }: { courses: readonly CourseItem[] }) {
  const { t } = useTexts(courseTexts);
  return (
    <DataTable
      caption={t('list.caption')}
      rows={courses}
      rowKey={(course) => course.id}
      columns={[
        {
          key: 'course',
          head: t('list.course'),
          main: true,
          cell: (course) => (
            <span className={styles.course}>
              <Link to={paths.manageCourse(course.id)}>{course.title}</Link>
              {course.mandatory && <Plate look="soft">{t('mandatory')}</Plate>}
            </span>
          ),
        },
        { key: 'code', head: t('list.code'), tight: true, cell: (course) => course.code },
        {
          key: 'what',
          head: t('list.what'),
          cell: (course) => course.activityKinds.map((kind) => kindText(kind, t)).join(', '),
        },
        {
          key: 'length',
          head: t('list.length'),
          tight: true,
          cell: (course) => course.minutes !== null && formatMinutes(course.minutes),
        },
        {
          key: 'validity',
          head: t('list.validity'),
          tight: true,
          cell: (course) => course.minutes !== null && validityText(course.validityMonths, t),
        },
        { key: 'state', head: t('list.state'), cell: (course) => <VersionPlates item={course} /> },
      ]}
    />
  );
}
