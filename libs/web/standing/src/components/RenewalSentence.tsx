import type { DueItem } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Link } from 'react-router';
import { standingTexts } from '../texts.js';

/** What renews a course today, where that is not the course itself; and of a refresher, what it renews. */
export function RenewalSentence({ item }: { item: DueItem }) {
  const { t, rich } = useTexts(standingTexts);
  const { renewal, refreshes } = item;
  if (!renewal) return refreshes && <> {t('next.refreshes', { title: refreshes })}</>;
  if (renewal.needs === 'full') return <> {t('next.byWhole')}</>;
  const refresher = <CourseLink course={renewal.refresher} />;
  if (renewal.needs === 'refresher' || !renewal.remainder) return <> {rich('next.byRefresher', { refresher })}</>;
  return <> {rich('next.byBoth', { refresher, remainder: <CourseLink course={renewal.remainder} /> })}</>;
}

const CourseLink = ({ course: { courseId, title } }: { course: NonNullable<DueItem['renewal']>['refresher'] }) => (
  <Link to={paths.course(courseId)}>{title}</Link>
);
