import { useTexts } from '@lms/web-platform';
import { ChoiceField, Section, TextField } from '@lms/web-ui';
import { coordinatedChoices, managerChoices, partnerChoices, schemeChoices, supplierChoices } from '../api/choices.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { ChoicesPicker } from '../fields/ChoicesPicker.js';
import { Pair } from '../fields/Pair.js';
import { textProps, withHint, type FieldOf } from '../forms/field-props.js';
import styles from '../person/person.module.css';
import { supplierTexts } from '../texts/suppliers.js';
import type { CoordinatorPart, OrganisationPart, SupplierValues } from './supplier-values.js';

interface Props {
  values: SupplierValues;
  organisation: FieldOf<OrganisationPart>;
  coordinator: FieldOf<CoordinatorPart>;
  field: FieldOf<SupplierValues>;
}

/** Which organisation, and who looks after its people there. */
export function SupplierFields({ values, organisation, coordinator, field }: Props) {
  const { t } = useTexts(supplierTexts);
  return (
    <div className={styles.parts}>
      <Section title={t('organisation')}>
        <div className={styles.fields}>
          <ChoiceField
            legend={t('organisationKind')}
            options={(['new', 'existing'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={values.organisation.kind}
            onChange={organisation('kind').onChange}
          />
          {values.organisation.kind === 'existing' ? (
            <ChoicePicker label={t('existing')} search={coordinatedChoices} {...organisation('id')} />
          ) : (
            <>
              <Pair>
                <TextField label={t('name')} autoComplete="off" {...textProps(organisation('name'))} />
                <TextField
                  label={t('shortName')}
                  autoComplete="off"
                  {...withHint(textProps(organisation('shortName')), t('shortNameHint'))}
                />
              </Pair>
              <Pair>
                <ChoicePicker
                  label={t('parent')}
                  search={supplierChoices}
                  {...withHint(organisation('parentId'), t('parentHint'))}
                />
                <ChoicePicker label={t('sponsor')} search={partnerChoices} {...organisation('sponsorId')} />
              </Pair>
            </>
          )}
        </div>
      </Section>
      <Section title={t('coordinator')}>
        <div className={styles.fields}>
          <ChoiceField
            legend={t('coordinatorKind')}
            options={(['new', 'known'] as const).map((value) => ({ value, label: t(`who.${value}`) }))}
            value={values.coordinator.kind}
            onChange={coordinator('kind').onChange}
          />
          {values.coordinator.kind === 'known' ? (
            <ChoicePicker label={t('known')} search={managerChoices} {...coordinator('personId')} />
          ) : (
            <>
              <Pair>
                <TextField label={t('givenName')} autoComplete="off" {...textProps(coordinator('givenName'))} />
                <TextField label={t('familyName')} autoComplete="off" {...textProps(coordinator('familyName'))} />
              </Pair>
              <Pair>
                <TextField
                  label={t('email')}
                  type="email"
                  autoComplete="off"
                  {...withHint(textProps(coordinator('email')), t('emailHint'))}
                />
                <TextField label={t('jobRole')} autoComplete="off" {...textProps(coordinator('jobRole'))} />
              </Pair>
              <ChoicesPicker
                label={t('schemes')}
                search={schemeChoices}
                {...withHint(field('schemeIds'), t('schemesHint'))}
              />
            </>
          )}
        </div>
      </Section>
    </div>
  );
}
