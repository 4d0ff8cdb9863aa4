import type { PathVersion } from '@lms/contracts';
import { diffPaths, type ChangedField, type StepChange } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Row, Rows, Section } from '@lms/web-ui';
import { pathTexts } from '../texts/paths.js';
import { comparedVersion } from './compared-path.js';
import type { PathT } from './words.js';

const fieldNames = [
  'audience',
  'sequential',
  'title',
  'day',
  'doer',
  'learnerTitle',
  'instructions',
  'optional',
  'after',
] as const;

function fieldText({ field, before, after }: ChangedField, t: PathT): string {
  const known = fieldNames.find((name) => name === field) ?? 'title';
  const value = (of: ChangedField['before']) => (of === null ? t('changes.nothing') : String(of));
  return t('changes.field', { field: t(`changes.fields.${known}`), before: value(before), after: value(after) });
}

function changeText(change: StepChange, t: PathT): string {
  if (change.what === 'changed') return change.fields.map((field) => fieldText(field, t)).join('. ');
  return t(`changes.${change.what}`, { stage: change.step.stage });
}

/** What is different from the version before, for whoever looks it over. */
export function PathChanges({ version, before }: { version: PathVersion; before: PathVersion }) {
  const { t } = useTexts(pathTexts);
  const { fields, steps } = diffPaths(comparedVersion(before, t), comparedVersion(version, t));
  return (
    <Section title={t('changes.title', { number: before.number })}>
      {(heading) =>
        fields.length + steps.length === 0 ? (
          <p>{t('changes.none')}</p>
        ) : (
          <Rows labelledBy={heading}>
            {fields.map((field) => (
              <Row key={field.field} title={t('changes.path')} detail={fieldText(field, t)} />
            ))}
            {steps.map((change) => (
              <Row key={`${change.step.key} ${change.what}`} title={change.step.title} detail={changeText(change, t)} />
            ))}
          </Rows>
        )
      }
    </Section>
  );
}
