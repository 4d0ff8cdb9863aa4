import type { PersonRecord, RecordAsOf } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { DataTable, Hidden, StandingLabel } from '@lms/web-ui';
import { Link } from 'react-router';
import { recordViewTexts } from '../texts/record.js';
import { standingTexts } from '../texts.js';
import { AwayDate } from './AwayDate.js';
import { byUrgency, standingKey } from './standing-words.js';

type Item = RecordAsOf['courses'][number] & Partial<Pick<PersonRecord['courses'][number], 'asked'>>;

interface Props {
  record: { courses: readonly Item[]; today: string };
  /** Where it is said why a course is asked for; a record of another moment has no such place. */
  whyPath?: (courseId: string) => string;
}

/** Every course that matters for a person and how it stands, what needs doing first. */
export function CourseTable({ record, whyPath }: Props) {
  const { t } = useTexts(standingTexts);
  const { t: tRecord } = useTexts(recordViewTexts);
  return (
    <DataTable
      caption={tRecord('record.courses')}
      rows={record.courses.toSorted(byUrgency)}
      rowKey={(course) => course.courseId}
      columns={[
        { key: 'course', head: tRecord('record.course'), main: true, cell: (course) => course.title },
        {
          key: 'standing',
          head: tRecord('record.standing'),
          cell: (course) => <StandingLabel standing={course.standing} text={t(standingKey(course.standing))} />,
        },
        {
          key: 'due',
          head: tRecord('record.due'),
          // Who is exempt has nothing due.
          cell: (course) =>
            course.standing !== 'exempt' && course.dueOn && <AwayDate date={course.dueOn} today={record.today} />,
        },
        {
          key: 'valid',
          head: tRecord('record.validUntil'),
          cell: (course) => course.validUntil && <AwayDate date={course.validUntil} today={record.today} />,
        },
        {
          key: 'completed',
          head: tRecord('record.completed'),
          tight: true,
          cell: (course) => course.completedOn && formatDay(course.completedOn),
        },
        ...(whyPath && record.courses.some(({ asked }) => asked)
          ? [
              {
                key: 'why',
                head: tRecord('record.why'),
                tight: true,
                cell: (course: Item) =>
                  course.asked && (
                    <Link to={whyPath(course.courseId)}>
                      {t('due.why')}
                      <Hidden> {course.title}</Hidden>
                    </Link>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
