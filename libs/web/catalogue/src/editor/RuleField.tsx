import { Radio } from '@mantine/core';
import type { CompletionRule } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useId, useState } from 'react';
import fields from '../fields/fields.module.css';
import { SavingField } from '../fields/SavingField.js';
import { activityTexts } from '../texts/activities.js';
import styles from './RuleField.module.css';

const kinds = ['completed-or-passed', 'completed', 'passed', 'score'] as const;
const keys = {
  'completed-or-passed': 'rule.completedOrPassed',
  completed: 'rule.completed',
  passed: 'rule.passed',
  score: 'rule.score',
} as const;

const scoreOf = (text: string): number | null => {
  const value = /^\d{1,3}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
  return value !== null && value <= 100 ? value : null;
};

interface Props {
  rule: CompletionRule;
  /** How many lessons the package has: with several, all of them count or one is enough. */
  lessons: number;
  onSave: (rule: CompletionRule) => void;
}

/** When a SCORM package counts as done, in words. */
export function RuleField({ rule, lessons, onSave }: Props) {
  const { t } = useTexts(activityTexts);
  const name = useId();
  const [kind, setKind] = useState(rule.kind);
  const [known, setKnown] = useState(rule.kind);
  // Somebody else's choice, or one that came back by an undo.
  if (rule.kind !== known) {
    setKnown(rule.kind);
    setKind(rule.kind);
  }
  const of = rule.of === 'any' ? ({ of: 'any' } as const) : {};
  const choose = (next: CompletionRule['kind']) => {
    setKind(next);
    // A score is saved once it is typed.
    if (next !== 'score') onSave({ kind: next, ...of });
  };
  const { of: _, ...plain } = rule;
  return (
    <fieldset className={styles.rule}>
      <legend>{t('rule.legend')}</legend>
      {kinds.map((option) => (
        <Radio
          key={option}
          name={name}
          value={option}
          checked={option === kind}
          label={t(keys[option])}
          classNames={{ radio: fields.box }}
          onChange={() => choose(option)}
        />
      ))}
      {kind === 'score' && (
        <div className={styles.score}>
          <SavingField
            label={t('rule.atLeast')}
            inputMode="decimal"
            value={rule.kind === 'score' ? String(rule.atLeast) : ''}
            check={(text) => (scoreOf(text) === null ? t('rule.atLeastWrong') : null)}
            onSave={(text) => onSave({ kind: 'score', atLeast: scoreOf(text) ?? 0, ...of })}
          />
        </div>
      )}
      {lessons > 1 && (
        <div className={styles.lessons} role="radiogroup" aria-label={t('rule.lessons')}>
          <p>{t('rule.lessonsCount', { count: lessons })}</p>
          {(['all', 'any'] as const).map((option) => (
            <Radio
              key={option}
              name={`${name}-of`}
              value={option}
              checked={(rule.of ?? 'all') === option}
              label={t(`rule.of.${option}`)}
              classNames={{ radio: fields.box }}
              onChange={() => onSave(option === 'any' ? { ...plain, of: 'any' } : plain)}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
