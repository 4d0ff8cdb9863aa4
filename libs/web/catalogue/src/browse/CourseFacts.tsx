import type { CatalogueCourse } from '@lms/contracts';
import { formatMinutes, paths, useTexts } from '@lms/web-platform';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { browseTexts } from '../texts/browse.js';
import styles from './course.module.css';

const narrowed = (name: 'topic' | 'outcome', value: string) => ({
  pathname: paths.catalogue,
  search: `${new URLSearchParams({ [name]: value })}`,
});

/** Length, validity and where it belongs; a topic leads to the other courses on it. */
export function CourseFacts({ course }: { course: CatalogueCourse }) {
  const { t } = useTexts(browseTexts);
  const validity =
    course.validityMonths === null ? t('course.life') : t('course.months', { count: course.validityMonths });
  return (
    <dl className={styles.facts}>
      {course.minutes > 0 && <Fact name={t('course.length')}>{formatMinutes(course.minutes)}</Fact>}
      <Fact name={t('course.validity')}>{validity}</Fact>
      {course.topics.length > 0 && (
        <Fact name={t('course.topics')}>
          {course.topics.map((topic) => (
            <Link key={topic} to={narrowed('topic', topic)}>
              {topic}
            </Link>
          ))}
        </Fact>
      )}
      {course.outcome && (
        <Fact name={t('course.outcome')}>
          <Link to={narrowed('outcome', course.outcome)}>{course.outcome}</Link>
        </Fact>
      )}
      <Fact name={t('course.code')}>{course.code}</Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
