import type { RuleVersion } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { ChoiceField, Section, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { PickMany } from '../fields/PickMany.js';
import { ruleTexts } from '../texts/rules.js';
import { DueFields } from './DueFields.js';
import { AgainFields } from './AgainFields.js';
import styles from './rules.module.css';
import type { FieldsProps } from './fields-props.js';

/** What they must have, by when, how it comes again, and from when the rule counts. */
export function TargetFields({
  draft,
  onChange,
  naming,
  pathKind,
}: FieldsProps & { pathKind: RuleVersion['pathKind'] }) {
  const { t } = useTexts(ruleTexts);
  const { today } = useMe();
  const [kind, setKind] = useState<'course' | 'path'>(draft.pathId ? 'path' : 'course');
  const chosen = draft.courseId ?? draft.pathId;
  return (
    <Section title={t('form.must')}>
      <div className={styles.fields}>
        <ChoiceField
          legend={t('form.target')}
          value={kind}
          options={[
            { value: 'course', label: t('form.course') },
            { value: 'path', label: t('form.path') },
          ]}
          onChange={(next) => {
            setKind(next);
            onChange({ courseId: null, pathId: null });
          }}
        />
        <div>
          <p className={styles.label}>{t(kind === 'course' ? 'form.whichCourse' : 'form.whichPath')}</p>
          <PickMany
            key={kind}
            label={t(kind === 'course' ? 'form.whichCourse' : 'form.whichPath')}
            single
            kind={kind}
            value={chosen ? [chosen] : []}
            nameOf={naming.nameOf}
            onChange={(choices) => {
              naming.remember(choices);
              const id = choices[0]?.value ?? null;
              onChange(kind === 'course' ? { courseId: id, pathId: null } : { pathId: id, courseId: null });
            }}
          />
        </div>
        {pathKind === 'onboarding' || pathKind === 'offboarding' ? (
          <p className={styles.quiet}>{t(`form.counted_${pathKind}`)}</p>
        ) : (
          <DueFields draft={draft} onChange={onChange} naming={naming} />
        )}
        <AgainFields draft={draft} onChange={onChange} />
        <div className={styles.pair}>
          <TextField
            type="date"
            label={t('form.effectiveOn')}
            value={draft.effectiveOn}
            onChange={(event) => onChange({ effectiveOn: event.target.value || today })}
          />
          <TextField
            type="date"
            label={t('form.endsOn')}
            hint={draft.endsOn ? undefined : t('form.endsNone')}
            value={draft.endsOn ?? ''}
            onChange={(event) => onChange({ endsOn: event.target.value || null })}
          />
        </div>
      </div>
    </Section>
  );
}
