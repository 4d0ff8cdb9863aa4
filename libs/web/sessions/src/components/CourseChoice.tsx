import { useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Hidden, Row, Rows, SearchField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionCoursesQuery } from '../api/session-courses.js';
import { deskTexts } from '../texts/desk.js';
import styles from './finder.module.css';
import type { PlanValues } from './plan-values.js';

/** More of them are found by typing. */
const SHOWN = 6;

interface Props {
  values: PlanValues;
  error: string | undefined;
  onChange: (some: Partial<PlanValues>) => void;
}

/** The course, and which of its activities is done where it has several. */
export function CourseChoice({ values, error, onChange }: Props) {
  const { t } = useTexts(deskTexts);
  const [q, setQ] = useState('');
  const { course } = values;
  const { data } = useQuery({ ...sessionCoursesQuery(q), enabled: course === null });
  if (course)
    return (
      <div className={styles.many}>
        <Rows label={t('plan.course')}>
          <Row
            title={course.title}
            detail={course.activities.length === 1 ? course.activities[0]?.title : undefined}
            action={
              <Button size="small" onClick={() => onChange({ course: null, activityId: '' })}>
                {t('plan.courseOther')}
              </Button>
            }
          />
        </Rows>
        {course.activities.length > 1 && (
          <ChoiceField
            legend={t('plan.activity')}
            options={course.activities.map(({ id, title }) => ({ value: id, label: title }))}
            value={values.activityId}
            onChange={(activityId) => onChange({ activityId })}
          />
        )}
      </div>
    );
  return (
    <fieldset className={styles.many}>
      <legend>{t('plan.course')}</legend>
      <SearchField label={t('plan.courseFind')} value={q} onSearch={setQ} />
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div aria-live="polite">{data?.items.length === 0 && <p>{t('plan.courseNone')}</p>}</div>
      <Rows label={t('plan.found')}>
        {data?.items.slice(0, SHOWN).map(({ courseId, code, title, activities }) => (
          <Row
            key={courseId}
            title={title}
            detail={code}
            action={
              <Button
                size="small"
                onClick={() =>
                  onChange({
                    course: {
                      ...{ id: courseId, title },
                      activities: activities.map(({ activityId, ...more }) => ({
                        ...{ id: activityId, title: more.title, minutes: more.minutes },
                      })),
                    },
                    activityId: activities[0]?.activityId ?? '',
                  })
                }
              >
                {t('plan.courseChoose')}
                <Hidden> {title}</Hidden>
              </Button>
            }
          />
        ))}
      </Rows>
      {data && data.items.length > SHOWN && <p>{t('plan.courseMore')}</p>}
    </fieldset>
  );
}
