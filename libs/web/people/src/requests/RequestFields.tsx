import { useMe, useTexts } from '@lms/web-platform';
import { ChoiceField, Section } from '@lms/web-ui';
import { managerChoices, organisationChoices, schemeChoices } from '../api/choices.js';
import { courseChoices, pathChoices } from '../api/requests.js';
import { AreaField } from '../fields/AreaField.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { ChoicesPicker } from '../fields/ChoicesPicker.js';
import { DateField } from '../fields/DateField.js';
import { Pair } from '../fields/Pair.js';
import { SelectField } from '../fields/SelectField.js';
import type { FieldOf } from '../forms/field-props.js';
import styles from '../person/person.module.css';
import { groups } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { requestTexts } from '../texts/requests.js';
import type { RequestValues } from './request-values.js';

/** The course or the path, and whom it is for. */
export function RequestFields({ field }: { field: FieldOf<RequestValues> }) {
  const { t } = useTexts(requestTexts);
  const { t: common } = useTexts(commonTexts);
  const { today } = useMe();
  const target = field('target');
  const path = target.value === 'path';
  return (
    <>
      <div className={styles.fields}>
        <ChoiceField
          legend={t('target')}
          options={(['course', 'path'] as const).map((value) => ({ value, label: t(`targets.${value}`) }))}
          value={target.value}
          onChange={target.onChange}
        />
        {path ? (
          <ChoicePicker key="path" label={t('path')} search={pathChoices} {...field('pathId')} />
        ) : (
          <ChoicePicker key="course" label={t('course')} search={courseChoices} {...field('courseId')} />
        )}
        <AreaField label={t('why')} maxLength={500} {...field('why')} hint={t('whyHint')} />
        <DateField
          label={t(path ? 'dayZero' : 'dueOn')}
          today={today}
          empty={t(path ? 'dayZeroEmpty' : 'dueEmpty')}
          {...field('dueOn')}
        />
      </div>
      <Section title={t('whom')}>
        <div className={styles.fields}>
          <p>{t('narrow')}</p>
          <ChoicesPicker label={t('people')} search={managerChoices} {...field('people')} />
          <Pair>
            <ChoicesPicker
              label={t('organisations')}
              search={organisationChoices}
              {...field('organisations')}
              hint={t('organisationsHint')}
            />
            <ChoicesPicker label={t('schemes')} search={schemeChoices} {...field('schemes')} />
          </Pair>
          <SelectField
            label={t('group')}
            options={[
              { value: '', label: t('anyGroup') },
              ...groups.map((group) => ({ value: group, label: common(`group.${group}`) })),
            ]}
            {...field('group')}
          />
          <AreaField label={t('lines')} rows={4} {...field('lines')} hint={t('linesHint')} />
        </div>
      </Section>
    </>
  );
}
