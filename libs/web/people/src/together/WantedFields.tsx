import { useMe, useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { managerChoices, schemeChoices } from '../api/choices.js';
import { ChoicePicker } from '../fields/ChoicePicker.js';
import { DateField } from '../fields/DateField.js';
import { SelectField } from '../fields/SelectField.js';
import { togetherTexts } from '../texts/together.js';
import { kinds, type Wanted } from './wanted-change.js';

interface Props {
  wanted: Wanted;
  missing: 'tag' | 'scheme' | 'endsOn' | null;
  onChange: (part: Partial<Wanted>) => void;
}

/** What to change, and into what. */
export function WantedFields({ wanted, missing, onChange }: Props) {
  const { t } = useTexts(togetherTexts);
  const { today } = useMe();
  const error = missing ? t(`missing.${missing}`) : undefined;
  const { kind } = wanted;
  return (
    <>
      <SelectField
        label={t('what')}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(next) => onChange({ kind: next })}
      />
      {(kind === 'add-tag' || kind === 'remove-tag') && (
        <TextField
          label={t('tag')}
          hint={t('tagHint')}
          error={error}
          maxLength={40}
          autoComplete="off"
          value={wanted.tag}
          onChange={(event) => onChange({ tag: event.target.value })}
        />
      )}
      {(kind === 'add-scheme' || kind === 'remove-scheme') && (
        <ChoicePicker
          label={t('scheme')}
          error={error}
          value={wanted.scheme}
          search={schemeChoices}
          onChange={(scheme) => onChange({ scheme })}
        />
      )}
      {kind === 'set-manager' && (
        <ChoicePicker
          label={t('manager')}
          hint={t('managerHint')}
          value={wanted.manager}
          search={managerChoices}
          onChange={(manager) => onChange({ manager })}
        />
      )}
      {kind === 'end' && (
        <DateField
          label={t('endsOn')}
          hint={t('endHint')}
          error={error}
          today={today}
          value={wanted.endsOn}
          onChange={(endsOn) => onChange({ endsOn })}
        />
      )}
    </>
  );
}
