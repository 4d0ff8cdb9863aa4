import type { MatrixRow } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { ChooseBox } from '@lms/web-ui';
import { toolsTexts } from '../texts/tools.js';
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
    <ChooseBox
      label={t('select.person', { name: row.name })}
      checked={selection.has(row.personId)}
      inGrid={inGrid}
      onToggle={() => selection.toggle(row)}
    />
  );
}
