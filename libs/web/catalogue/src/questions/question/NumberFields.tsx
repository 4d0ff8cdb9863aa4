import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { questionTexts } from '../texts.js';
import { numberIn, type QuestionDraft } from './question-draft.js';
import type { Faults } from './question-faults.js';
import styles from './Lines.module.css';

type Numeric = Pick<QuestionDraft, 'value' | 'tolerance' | 'unit'>;
interface Props {
  draft: Numeric;
  faults: Faults;
  onChange: (change: Partial<Numeric>) => void;
}

/** No more digits than were typed: 0.1 + 0.2 is 0.3. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** The right number, how far off it may be, and its unit. */
export function NumberFields({ draft, faults, onChange }: Props) {
  const { t } = useTexts(questionTexts);
  const value = numberIn(draft.value);
  const tolerance = numberIn(draft.tolerance || '0');
  const unit = draft.unit.trim();
  const said = (number: number) => (unit ? `${plain(number)} ${unit}` : plain(number));
  const range =
    value === null || tolerance === null || tolerance < 0
      ? null
      : tolerance === 0
        ? t('body.exact', { value: said(value) })
        : t('body.range', { from: said(value - tolerance), to: said(value + tolerance) });
  return (
    <div>
      <div className={styles.numbers}>
        <TextField
          label={t('body.value')}
          inputMode="decimal"
          maxLength={20}
          value={draft.value}
          error={faults.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
        <TextField
          label={t('body.tolerance')}
          hint={t('body.toleranceHint')}
          inputMode="decimal"
          maxLength={20}
          value={draft.tolerance}
          error={faults.tolerance}
          onChange={(event) => onChange({ tolerance: event.target.value })}
        />
        <TextField
          label={t('body.unit')}
          hint={t('body.unitHint')}
          maxLength={20}
          value={draft.unit}
          onChange={(event) => onChange({ unit: event.target.value })}
        />
      </div>
      <p className={styles.range} role="status">
        {range}
      </p>
    </div>
  );
}
