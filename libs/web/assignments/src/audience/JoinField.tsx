import { useTexts } from '@lms/web-platform';
import { ChoiceField } from '@lms/web-ui';
import { ruleTexts } from '../texts/rules.js';

/** Whether all of a group's conditions have to hold, or any. */
export function JoinField({ value, onChange }: { value: 'all' | 'any'; onChange: (value: 'all' | 'any') => void }) {
  const { t } = useTexts(ruleTexts);
  return (
    <ChoiceField
      legend={t('audience.match')}
      value={value}
      options={[
        { value: 'all', label: t('audience.all') },
        { value: 'any', label: t('audience.any') },
      ]}
      onChange={onChange}
    />
  );
}
