import type { Import, ImportColumn } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Icon, Plate, SelectField, TextField } from '@lms/web-ui';
import { importTexts } from '../texts.js';
import styles from './columns.module.css';

interface Props {
  column: ImportColumn;
  shown: Pick<Import, 'headings' | 'samples'>;
  place: number | null;
  /** What all rows have, where the file does not say it; null: nothing. */
  common: string | null;
  onChange: (place: number | null) => void;
  onCommon: (text: string | null) => void;
  error?: string | null;
}

const COMMON = 'common';

/** One of our columns, and the one of the file that has it, with what stands there. */
export function ColumnRow({ column, shown, place, common, onChange, onCommon, error }: Props) {
  const { t } = useTexts(importTexts);
  const { heading, help, needed } = column;
  const samples = place === null ? [] : [...new Set(shown.samples.flatMap((cells) => cells[place] || []))];
  const there = place !== null || (common !== null && common !== '');
  const choose = (value: string) => {
    onCommon(value === COMMON ? (common ?? '') : null);
    onChange(value === '' || value === COMMON ? null : Number(value));
  };
  return (
    <li className={styles.row} data-found={there || undefined}>
      <span className={styles.mark} aria-hidden>
        {there && <Icon name="tick" size={16} />}
      </span>
      <div>
        <p className={styles.name}>
          <b>{heading}</b>
          {needed !== 'no' && !there && <Plate>{t(needed === 'yes' ? 'columns.needed' : 'columns.one')}</Plate>}
        </p>
        <p className={styles.quiet}>{help}</p>
      </div>
      <div className={styles.choice}>
        <SelectField
          label={t('columns.for', { name: heading })}
          value={place !== null ? String(place) : common === null ? '' : COMMON}
          none={t('columns.notThere')}
          options={[
            ...shown.headings.map((label, at) => ({ value: String(at), label })),
            ...(column.common ? [{ value: COMMON, label: t('columns.common') }] : []),
          ]}
          onChange={(event) => choose(event.target.value)}
          hint={
            place === null
              ? undefined
              : samples.length > 0
                ? t('columns.samples', { samples: samples.slice(0, 3).join(' · ') })
                : t('columns.noSamples')
          }
          error={error}
        />
        {common !== null && place === null && (
          <TextField
            label={t('columns.commonOf', { name: heading })}
            value={common}
            maxLength={200}
            placeholder={column.example}
            onChange={(event) => onCommon(event.target.value)}
          />
        )}
      </div>
    </li>
  );
}
