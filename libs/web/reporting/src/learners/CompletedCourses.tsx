import type { CompletedTotals } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { Button, DataTable, FormActions, Section } from '@lms/web-ui';
import { useState } from 'react';
import { Link, type To } from 'react-router';
import { learnersTexts } from '../texts/learners.js';

/** Of courses, before all of them are asked for. */
const FEW = 8;

/** How often each course was completed; each leads to its people. */
export function CompletedCourses({ courses, to }: Pick<CompletedTotals, 'courses'> & { to: (courseId: string) => To }) {
  const { t } = useTexts(learnersTexts);
  const [whole, setWhole] = useState(false);
  return (
    <Section title={t('completed.byCourse')}>
      <DataTable
        caption={t('completed.byCourse')}
        rows={whole ? courses : courses.slice(0, FEW)}
        rowKey={({ courseId }) => courseId}
        columns={[
          {
            ...{ key: 'course', head: t('course'), main: true },
            cell: ({ courseId, title }) => <Link to={to(courseId)}>{title}</Link>,
          },
          {
            ...{ key: 'of', head: t('completed.of'), align: 'right' },
            cell: ({ completions }) => formatCount(completions),
          },
          { key: 'people', head: t('people'), align: 'right', cell: ({ people }) => formatCount(people) },
        ]}
      />
      {!whole && courses.length > FEW && (
        <FormActions>
          <Button onClick={() => setWhole(true)}>{t('completed.courses', { count: courses.length })}</Button>
        </FormActions>
      )}
    </Section>
  );
}
