import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { managerChoices, organisationChoices, schemeChoices } from '../api/choices.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { ChoicesPicker } from '../fields/ChoicesPicker.js';
import { DateField } from '../fields/DateField.js';
import { Pair } from '../fields/Pair.js';
import { SelectField } from '../fields/SelectField.js';
import { textProps, withHint, type FieldOf } from '../forms/field-props.js';
import { groups } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { formTexts } from '../texts/form.js';
import type { EngagementValues } from './engagement-values.js';

/** With whom somebody works, as what, where, and from when to when. */
export function EngagementFields({ field, today }: { field: FieldOf<EngagementValues>; today: string }) {
  const { t } = useTexts(formTexts);
  const { t: common } = useTexts(commonTexts);
  return (
    <>
      <Pair>
        <ChoicePicker label={t('organisation')} search={organisationChoices} {...field('organisationId')} />
        <TextField
          label={t('employeeNumber')}
          autoComplete="off"
          {...withHint(textProps(field('employeeNumber')), t('employeeNumberHint'))}
        />
      </Pair>
      <Pair>
        <TextField label={t('jobRole')} autoComplete="off" {...textProps(field('jobRole'))} />
        <SelectField
          label={t('group')}
          options={[
            { value: '', label: t('groupNone') },
            ...groups.map((group) => ({ value: group, label: common(`group.${group}`) })),
          ]}
          {...field('employmentGroup')}
        />
      </Pair>
      <Pair>
        <DateField label={t('startsOn')} today={today} {...field('startsOn')} />
        <DateField label={t('endsOn')} today={today} empty={t('openEnded')} {...field('endsOn')} />
      </Pair>
      <ChoicesPicker label={t('schemes')} search={schemeChoices} {...withHint(field('schemeIds'), t('schemesHint'))} />
      <TextField label={t('tags')} autoComplete="off" {...withHint(textProps(field('tags')), t('tagsHint'))} />
      <Pair>
        <ChoicePicker label={t('lineManager')} search={managerChoices} {...field('lineManagerId')} />
        <TextField
          label={t('workEmail')}
          type="email"
          autoComplete="off"
          {...withHint(textProps(field('workEmail')), t('workEmailHint'))}
        />
      </Pair>
    </>
  );
}
