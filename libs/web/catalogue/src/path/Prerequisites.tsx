import { circleOf } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon } from '@lms/web-ui';
import { SelectField } from '../fields/SelectField.js';
import { pathTexts } from '../texts/paths.js';
import { placedSteps, type PathDraft, type StepDraft } from './path-draft.js';
import styles from './Stages.module.css';

interface Props {
  draft: PathDraft;
  step: StepDraft;
  onChange: (after: readonly string[]) => void;
}

/** What must be done before a step. What would close a circle is not offered. */
export function Prerequisites({ draft, step, onChange }: Props) {
  const { t } = useTexts(pathTexts);
  const all = placedSteps(draft);
  const closes = (key: string) =>
    circleOf(
      all.map((other) => (other.key === step.key ? { ...other, after: [...step.after, key] } : other)),
      draft,
    ) !== null;
  const titleOf = (key: string) => all.find((other) => other.key === key)?.title || t('stages.untitled');
  const offered = all.filter(({ key }) => key !== step.key && !step.after.includes(key) && !closes(key));
  return (
    <div className={styles.after}>
      {step.after.length > 0 && (
        <ul aria-label={t('after.title')}>
          {step.after.map((key) => (
            <li key={key}>
              {t('after.item', { title: titleOf(key) })}
              <Button
                size="small"
                variant="quiet"
                onClick={() => onChange(step.after.filter((other) => other !== key))}
              >
                <Icon name="close" size={16} />
                <Hidden>{t('after.remove', { title: titleOf(key) })}</Hidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 && (
        <SelectField
          label={t('after.label')}
          options={[
            { value: '', label: t(step.after.length > 0 ? 'after.another' : 'after.none') },
            ...offered.map(({ key }) => ({ value: key, label: titleOf(key) })),
          ]}
          value=""
          onChange={(key) => key && onChange([...step.after, key])}
        />
      )}
    </div>
  );
}
