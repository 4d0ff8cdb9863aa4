import { formatCount, useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { useState, type CSSProperties } from 'react';
import { ruleTexts } from '../texts/rules.js';
import styles from './effects.module.css';

interface EffectRow {
  id: string;
  name: string;
  gains: number;
  loses: number;
}

const SHOWN = 10;

/** Who loses to the left of the line, who gains to the right of it. */
export function EffectsTable({ head, rows }: { head: string; rows: readonly EffectRow[] }) {
  const { t } = useTexts(ruleTexts);
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...rows.map(({ gains, loses }) => Math.max(gains, loses)));
  const bar = (n: number): CSSProperties => ({ '--share': n / most }) as CSSProperties;
  return (
    <>
      <table className={styles.effects}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('preview.lose')}</th>
            <th scope="col">{t('preview.gain')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td className={styles.lose} data-none={row.loses === 0 || undefined}>
                <div>
                  <b>{formatCount(row.loses)}</b>
                  <i style={bar(row.loses)} />
                </div>
              </td>
              <td className={styles.gain} data-none={row.gains === 0 || undefined}>
                <div>
                  <i style={bar(row.gains)} />
                  <b>{formatCount(row.gains)}</b>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && !all && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('preview.more', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
