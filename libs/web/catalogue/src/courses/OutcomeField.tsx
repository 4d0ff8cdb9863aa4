import { useTexts } from '@lms/web-platform';
import { SelectField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { outcomesQuery } from '../api/outcomes.js';
import { courseTexts } from '../texts/courses.js';

interface Props {
  value: string | null;
  error: string | undefined;
  onChange: (outcome: string | null) => void;
}

/** The Alliance outcome, one of the list; of those that were retired only the one that the course has. */
export function OutcomeField({ value, error, onChange }: Props) {
  const { t } = useTexts(courseTexts);
  const { data } = useQuery(outcomesQuery());
  const open = data?.items.filter(({ retired }) => !retired).map(({ name }) => name) ?? [];
  const names = value !== null && !open.includes(value) ? [...open, value] : open;
  return (
    <SelectField
      label={t('form.outcome')}
      hint={t('form.outcomeHint')}
      none={t('form.outcomeNone')}
      options={names.map((name) => ({ value: name, label: name }))}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
