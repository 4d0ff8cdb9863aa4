import type { CourseVersion, Renewal, SaveVersionRequest } from '@lms/contracts';
import { ANCHORS, LAPSES } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { ChoiceField, Section } from '@lms/web-ui';
import { useState } from 'react';
import { SavingField } from '../fields/SavingField.js';
import { wholeNumber } from '../fields/whole-number.js';
import { renewalTexts } from '../texts/renewal.js';
import { monthDaysOf, monthDaysText } from './month-days.js';
import { RenewalCourse } from './RenewalCourse.js';
import styles from './VersionSettings.module.css';

interface Props {
  version: CourseVersion;
  onSave: (change: Partial<SaveVersionRequest>) => void;
}

/** What of a renewal is not kept yet, because it needs something else first. */
type Wish = Pick<Renewal, 'anchor' | 'lapse'>;

/** How a course is done again: when it opens, from when it counts, and what a lapse demands. */
export function RenewalSettings({ version, onSave }: Props) {
  const { t } = useTexts(renewalTexts);
  const { renewal, renewalCourses } = version;
  const [wish, setWish] = useState<Wish>({ anchor: renewal.anchor, lapse: renewal.lapse });
  const save = (change: Partial<Renewal>) => onSave({ renewal: { ...renewal, ...change } });
  const days = (text: string, most: number) => (wholeNumber(text, 0, most) === null ? t('daysWrong', { most }) : null);
  const chooseAnchor = (anchor: Renewal['anchor']) => {
    setWish({ ...wish, anchor });
    // Fixed days are saved with the first of them.
    if (anchor !== 'fixed-dates' || renewal.dates.length > 0) save({ anchor });
  };
  const chooseLapse = (lapse: Renewal['lapse']) => {
    setWish({ ...wish, lapse });
    if (lapse !== 'remainder' || renewal.remainderCourseId !== null) save({ lapse });
  };
  const titleOf = (id: string | null) => renewalCourses.find((course) => course.id === id)?.title ?? null;
  return (
    <Section title={t('title')}>
      <div className={styles.stack}>
        <div className={styles.fields}>
          <SavingField
            label={t('window')}
            hint={t('windowHint')}
            inputMode="numeric"
            value={String(renewal.windowDays)}
            keep={`${version.id}.window`}
            check={(text) => days(text, 365)}
            onSave={(text) => save({ windowDays: wholeNumber(text, 0, 365) ?? renewal.windowDays })}
          />
          <ChoiceField
            legend={t('anchor')}
            hint={t(`anchorHint.${wish.anchor}`)}
            value={wish.anchor}
            options={ANCHORS.map((value) => ({ value, label: t(`anchors.${value}`) }))}
            onChange={chooseAnchor}
          />
        </div>
        {wish.anchor === 'fixed-dates' && (
          <div className={styles.fields}>
            <SavingField
              label={t('dates')}
              hint={t('datesHint')}
              value={monthDaysText(renewal.dates)}
              keep={`${version.id}.dates`}
              check={(text) => (monthDaysOf(text) === null ? t('datesWrong') : null)}
              onSave={(text) => save({ anchor: 'fixed-dates', dates: monthDaysOf(text) ?? renewal.dates })}
            />
            <SavingField
              label={t('minActive')}
              hint={t('minActiveHint')}
              inputMode="numeric"
              value={String(renewal.minActiveDays)}
              keep={`${version.id}.active`}
              check={(text) => days(text, 3650)}
              onSave={(text) => save({ minActiveDays: wholeNumber(text, 0, 3650) ?? renewal.minActiveDays })}
            />
          </div>
        )}
        <RenewalCourse
          label={t('refresher')}
          find={t('refresherFind')}
          hint={t('refresherHint')}
          title={titleOf(renewal.refresherCourseId)}
          onChoose={(refresherCourseId) =>
            save(refresherCourseId === null ? { refresherCourseId, lapse: 'full' } : { refresherCourseId })
          }
        />
        {renewal.refresherCourseId !== null && (
          <>
            <ChoiceField
              legend={t('lapse')}
              value={wish.lapse}
              options={LAPSES.map((value) => ({ value, label: t(`lapses.${value}`) }))}
              onChange={chooseLapse}
            />
            {wish.lapse === 'refresher' && (
              <div className={styles.fields}>
                <SavingField
                  label={t('lapseDays')}
                  inputMode="numeric"
                  value={String(renewal.refresherDays)}
                  keep={`${version.id}.lapse`}
                  check={(text) => days(text, 3650)}
                  onSave={(text) => save({ refresherDays: wholeNumber(text, 0, 3650) ?? renewal.refresherDays })}
                />
              </div>
            )}
            {wish.lapse === 'remainder' && (
              <RenewalCourse
                label={t('remainder')}
                find={t('remainderFind')}
                title={titleOf(renewal.remainderCourseId)}
                onChoose={(remainderCourseId) =>
                  save({ remainderCourseId, lapse: remainderCourseId === null ? 'full' : 'remainder' })
                }
              />
            )}
          </>
        )}
      </div>
    </Section>
  );
}
