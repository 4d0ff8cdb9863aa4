import type { Import, ImportColumn } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Icon, Plate, SelectField } from '@lms/web-ui';
import { importTexts } from '../texts.js';
import styles from './columns.module.css';

interface Props {
  column: ImportColumn;
  shown: Pick<Import, 'headings' | 'samples'>;
  place: number | null;
  onChange: (place: number | null) => void;
  error?: string | null;
}

/** One of our columns, and the one of the file that has it, with what stands there. */
export function ColumnRow({ column, shown, place, onChange, error }: Props) {
  const { t } = useTexts(importTexts);
  const { heading, help, needed } = column;
  const samples = place === null ? [] : [...new Set(shown.samples.flatMap((cells) => cells[place] || []))];
  return (
    <li className={styles.row} data-found={place !== null || undefined}>
      <span className={styles.mark} aria-hidden>
        {place !== null && <Icon name="tick" size={16} />}
      </span>
      <div>
        <p className={styles.name}>
          <b>{heading}</b>
          {needed !== 'no' && place === null && <Plate>{t(needed === 'yes' ? 'columns.needed' : 'columns.one')}</Plate>}
        </p>
        <p className={styles.quiet}>{help}</p>
      </div>
      <div className={styles.choice}>
        <SelectField
          label={t('columns.for', { name: heading })}
          value={place === null ? '' : String(place)}
          none={t('columns.notThere')}
          options={shown.headings.map((label, at) => ({ value: String(at), label }))}
          onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
          hint={
            place === null
              ? undefined
              : samples.length > 0
                ? t('columns.samples', { samples: samples.slice(0, 3).join(' · ') })
                : t('columns.noSamples')
          }
          error={error}
        />
      </div>
    </li>
  );
}
