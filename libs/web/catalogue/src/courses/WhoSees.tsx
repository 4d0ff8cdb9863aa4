import { Checkbox } from '@mantine/core';
import type { SaveCourseRequest } from '@lms/contracts';
import { EMPLOYMENT_GROUPS, ORGANISATION_KINDS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { ChoiceField } from '@lms/web-ui';
import { CheckField } from '../fields/CheckField.js';
import fields from '../fields/fields.module.css';
import { courseTexts } from '../texts/courses.js';
import { pathTexts } from '../texts/paths.js';
import styles from './WhoSees.module.css';

interface Props {
  draft: SaveCourseRequest;
  onChange: (change: Partial<SaveCourseRequest>) => void;
}

const visibilities = ['everyone', 'audience', 'hidden'] as const;

/** Who finds the course in the catalogue, and whether they may begin it by themselves. */
export function WhoSees({ draft, onChange }: Props) {
  const { t } = useTexts(courseTexts);
  const { t: words } = useTexts(pathTexts);
  const { audience } = draft;
  return (
    <>
      <ChoiceField
        legend={t('form.visibility')}
        hint={t(`form.visibilityHint.${draft.visibility}`)}
        options={visibilities.map((value) => ({ value, label: t(`form.visible.${value}`) }))}
        value={draft.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
      {draft.visibility === 'audience' && (
        <div className={styles.audience}>
          <Choices
            label={words('audience.groups')}
            hint={words('audience.hint')}
            options={EMPLOYMENT_GROUPS.map((value) => ({ value, label: words(`audience.groupName.${value}`) }))}
            chosen={audience.employmentGroups}
            onChange={(employmentGroups) => onChange({ audience: { ...audience, employmentGroups } })}
          />
          <Choices
            label={words('audience.kinds')}
            hint={words('audience.hint')}
            options={ORGANISATION_KINDS.map((value) => ({ value, label: words(`audience.kindName.${value}`) }))}
            chosen={audience.organisationKinds}
            onChange={(organisationKinds) => onChange({ audience: { ...audience, organisationKinds } })}
          />
        </div>
      )}
      <CheckField
        label={t('form.selfEnrolment')}
        hint={t('form.selfEnrolmentHint')}
        checked={draft.selfEnrolment}
        onChange={(selfEnrolment) => onChange({ selfEnrolment })}
      />
    </>
  );
}

interface ChoicesProps<V extends string> {
  label: string;
  hint: string;
  options: readonly { value: V; label: string }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
}

function Choices<V extends string>({ label, hint, options, chosen, onChange }: ChoicesProps<V>) {
  return (
    <Checkbox.Group
      label={label}
      description={hint}
      classNames={{ label: styles.label, description: styles.hint }}
      value={[...chosen]}
      onChange={(values) => onChange(options.map(({ value }) => value).filter((value) => values.includes(value)))}
    >
      <div className={styles.options}>
        {options.map(({ value, label: name }) => (
          <Checkbox key={value} size="md" value={value} label={name} classNames={{ input: fields.box }} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
