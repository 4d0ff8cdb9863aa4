import type { AudiencePredicate } from '@lms/contracts';
import { EMPLOYMENT_GROUPS, ORGANISATION_KINDS } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { wordsQuery } from '../api/audiences.js';
import { PickMany } from '../fields/PickMany.js';
import { PickWords } from '../fields/PickWords.js';
import { ruleTexts } from '../texts/rules.js';
import type { Naming } from './naming.js';
import styles from './audience.module.css';

type Condition = Exclude<AudiencePredicate, { is: 'all' | 'any' | 'not' }>;
interface Props {
  condition: Condition;
  onChange: (condition: Condition) => void;
  naming: Naming;
}

/** What a condition asks for. */
export function ConditionValue({ condition, onChange, naming: { nameOf, remember } }: Props) {
  const { t } = useTexts(ruleTexts);
  const { data: words } = useQuery(wordsQuery());
  const label = t(`audience.is.${condition.is}`);
  const ids = { label, nameOf };
  switch (condition.is) {
    case 'group': {
      const options = EMPLOYMENT_GROUPS.map((group) => ({ value: group, label: t(`audience.groups.${group}`) }));
      return (
        <PickWords
          label={label}
          options={options}
          value={condition.in}
          onChange={(next) => onChange({ ...condition, in: next })}
        />
      );
    }
    case 'organisation-kind': {
      const options = ORGANISATION_KINDS.map((kind) => ({ value: kind, label: t(`audience.kinds.${kind}`) }));
      return (
        <PickWords
          label={label}
          options={options}
          value={condition.in}
          onChange={(next) => onChange({ ...condition, in: next })}
        />
      );
    }
    case 'job-role':
    case 'tag': {
      const options = (condition.is === 'tag' ? words?.tags : words?.jobRoles) ?? [];
      return (
        <PickWords
          label={label}
          options={options.map((word) => ({ value: word, label: word }))}
          value={condition.in}
          onChange={(next) => onChange({ ...condition, in: next })}
        />
      );
    }
    case 'organisation':
      return (
        <>
          <PickMany
            {...ids}
            kind="organisation"
            value={condition.in}
            onChange={(choices) => {
              remember(choices);
              onChange({ ...condition, in: choices.map(({ value }) => value) });
            }}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={condition.tiers}
              onChange={(event) => onChange({ ...condition, tiers: event.target.checked })}
            />
            {t('audience.tiers')}
          </label>
        </>
      );
    case 'scheme':
      return (
        <PickMany
          {...ids}
          kind="scheme"
          value={condition.in}
          onChange={(choices) => {
            remember(choices);
            onChange({ ...condition, in: choices.map(({ value }) => value) });
          }}
        />
      );
    case 'holds':
    case 'lacks':
      return (
        <PickMany
          {...ids}
          single
          kind="course"
          value={condition.courseId ? [condition.courseId] : []}
          onChange={(choices) => {
            remember(choices);
            onChange({ ...condition, courseId: choices[0]?.value ?? '' });
          }}
        />
      );
    case 'reports-to':
      return (
        <PickMany
          {...ids}
          single
          kind="person"
          value={condition.personId ? [condition.personId] : []}
          onChange={(choices) => {
            remember(choices);
            onChange({ ...condition, personId: choices[0]?.value ?? '' });
          }}
        />
      );
    case 'started':
      return (
        <div className={styles.pair}>
          <TextField
            type="date"
            label={t('audience.from')}
            value={condition.from ?? ''}
            onChange={(event) => onChange({ ...condition, from: event.target.value || null })}
          />
          <TextField
            type="date"
            label={t('audience.until')}
            value={condition.until ?? ''}
            onChange={(event) => onChange({ ...condition, until: event.target.value || null })}
          />
        </div>
      );
    case 'days-since-start':
      return (
        <div className={styles.pair}>
          <TextField
            type="number"
            label={t('audience.atLeast')}
            value={condition.atLeast ?? ''}
            onChange={(event) => onChange({ ...condition, atLeast: numberOf(event.target.value) })}
          />
          <TextField
            type="number"
            label={t('audience.atMost')}
            value={condition.atMost ?? ''}
            onChange={(event) => onChange({ ...condition, atMost: numberOf(event.target.value) })}
          />
        </div>
      );
  }
}

const numberOf = (text: string): number | null => (/^-?\d{1,4}$/.test(text) ? Number(text) : null);
