import type { MatrixRow } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { toolsTexts } from '../texts/tools.js';
import styles from './selection.module.css';
import type { Selection } from './use-selection.js';

interface Props {
  row: Pick<MatrixRow, 'personId' | 'name'>;
  selection: Selection;
  /** In the grid a key selects a row, so that the box is no stop of its own. */
  inGrid?: boolean;
}

export function SelectBox({ row, selection, inGrid }: Props) {
  const { t } = useTexts(toolsTexts);
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        tabIndex={inGrid ? -1 : undefined}
        checked={selection.has(row.personId)}
        onChange={() => selection.toggle(row)}
        aria-label={t('select.person', { name: row.name })}
      />
    </label>
  );
}
