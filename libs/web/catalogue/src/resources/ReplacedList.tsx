import type { ReplacedCourse } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Link } from 'react-router';
import { resourceTexts } from '../texts/resources.js';
import styles from './ReplaceDialog.module.css';

const OUTCOMES = {
  'draft-changed': 'draftChanged',
  'draft-begun': 'draftBegun',
  submitted: 'submitted',
  published: 'published',
  'in-review': 'inReview',
  held: 'held',
} as const;

/** What became of each course. */
export function ReplacedList({ courses }: { courses: readonly ReplacedCourse[] }) {
  const { t } = useTexts(resourceTexts);
  return (
    <ul className={styles.list} aria-label={t('replace.result')}>
      {courses.map(({ courseId, courseTitle, outcome, sentence }) => (
        <li key={courseId}>
          <Link to={paths.manageCourse(courseId)}>{courseTitle}</Link>{' '}
          <span>
            {t(`replace.outcome.${OUTCOMES[outcome]}`)} {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
