import type { Import, ImportRow } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { importTexts } from '../texts.js';
import { WhoIsIt } from './WhoIsIt.js';
import styles from './rows.module.css';

interface Props {
  row: ImportRow;
  shown: Import;
  /** What our columns are called. */
  names: ReadonlyMap<string, string>;
}

/** What is wrong with a row, what it changes, and who may be meant. */
export function RowFacts({ row, shown, names }: Props) {
  const { t } = useTexts(importTexts);
  const { messages, diff, note, outcome } = row;
  return (
    <div className={styles.facts}>
      {messages.length > 0 && (
        <ul>
          {messages.map(({ column, message }) => (
            <li key={`${column} ${message}`}>
              {column && <b>{names.get(column)}</b>}{' '}
              {column && <Given row={row} shown={shown} column={column} message={message} />} {message}
            </li>
          ))}
        </ul>
      )}
      {note && <p>{note}</p>}
      {outcome === 'leaving' && <p>{t('rows.leaves')}</p>}
      {diff.length > 0 && (
        <dl className={styles.diff}>
          {diff.map(({ column, before, after }) => (
            <div key={column}>
              <dt>{names.get(column) ?? column}</dt>
              <dd>
                {before && (
                  <>
                    <s>{before}</s>{' '}
                  </>
                )}
                <ins>{after || t('rows.nothing')}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {row.likely.length > 0 && row.result === null && <WhoIsIt row={row} shown={shown} />}
    </div>
  );
}

/** What stands in the file in that column, so that nobody has to look it up. */
function Given({ row, shown, column, message }: { row: ImportRow; shown: Import; column: string; message: string }) {
  const place = shown.mapping[column];
  const cell = place === undefined ? '' : row.cells[place];
  // Most sentences say it themselves.
  return cell && !message.includes(cell) ? <code className={styles.given}>{cell}</code> : null;
}
