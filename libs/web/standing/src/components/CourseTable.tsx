import type { PersonRecord } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { DataTable, StandingLabel } from '@lms/web-ui';
import { standingTexts } from '../texts.js';
import { AwayDate } from './AwayDate.js';
import { byUrgency, standingKey } from './standing-words.js';

/** Every course that matters for a person and how it stands, what needs doing first. */
export function CourseTable({ record }: { record: Pick<PersonRecord, 'courses' | 'today'> }) {
  const { t } = useTexts(standingTexts);
  return (
    <DataTable
      caption={t('record.courses')}
      rows={record.courses.toSorted(byUrgency)}
      rowKey={(course) => course.courseId}
      columns={[
        { key: 'course', head: t('record.course'), main: true, cell: (course) => course.title },
        {
          key: 'standing',
          head: t('record.standing'),
          cell: (course) => <StandingLabel standing={course.standing} text={t(standingKey(course.standing))} />,
        },
        {
          key: 'due',
          head: t('record.due'),
          cell: (course) => course.dueOn && <AwayDate date={course.dueOn} today={record.today} />,
        },
        {
          key: 'valid',
          head: t('record.validUntil'),
          cell: (course) => course.validUntil && <AwayDate date={course.validUntil} today={record.today} />,
        },
        {
          key: 'completed',
          head: t('record.completed'),
          tight: true,
          cell: (course) => course.completedOn && formatDay(course.completedOn),
        },
      ]}
    />
  );
}
