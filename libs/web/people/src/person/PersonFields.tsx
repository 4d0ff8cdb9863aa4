import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { Pair } from '../fields/Pair.js';
import { textProps, withHint, type FieldOf } from '../forms/field-props.js';
import { formTexts } from '../texts/form.js';
import type { PersonValues } from './person-values.js';

/** Who somebody is and how to reach them. */
export function PersonFields({ field, autoFocus }: { field: FieldOf<PersonValues>; autoFocus?: boolean }) {
  const { t } = useTexts(formTexts);
  return (
    <>
      <Pair>
        <TextField
          label={t('givenName')}
          autoComplete="off"
          data-autofocus={autoFocus || undefined}
          {...textProps(field('givenName'))}
        />
        <TextField label={t('familyName')} autoComplete="off" {...textProps(field('familyName'))} />
      </Pair>
      <TextField label={t('knownAs')} autoComplete="off" {...withHint(textProps(field('knownAs')), t('knownAsHint'))} />
      <Pair>
        <TextField
          label={t('contactEmail')}
          type="email"
          autoComplete="off"
          {...withHint(textProps(field('contactEmail')), t('contactEmailHint'))}
        />
        <TextField label={t('phone')} type="tel" autoComplete="off" {...textProps(field('phone'))} />
      </Pair>
    </>
  );
}
