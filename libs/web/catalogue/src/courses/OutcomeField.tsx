import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { outcomesQuery } from '../api/outcomes.js';
import { courseTexts } from '../texts/courses.js';

interface Props {
  value: string | null;
  error: string | undefined;
  onChange: (outcome: string | null) => void;
}

/** The Alliance outcome, with those of other courses offered, so that one outcome is written in one way. */
export function OutcomeField({ value, error, onChange }: Props) {
  const { t } = useTexts(courseTexts);
  const list = useId();
  const { data: outcomes = [] } = useQuery(outcomesQuery());
  return (
    <>
      <TextField
        label={t('form.outcome')}
        hint={t('form.outcomeHint')}
        list={list}
        value={value ?? ''}
        maxLength={80}
        error={error}
        onChange={(event) => onChange(event.target.value || null)}
      />
      <datalist id={list}>
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome} />
        ))}
      </datalist>
    </>
  );
}
