import type { MatrixCell, MatrixColumn, MatrixRow, MatrixTotals } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { SelectBox } from '../selection/SelectBox.js';
import type { Selection } from '../selection/use-selection.js';
import { reportingTexts } from '../texts.js';
import { CellFace } from './CellFace.js';
import { cellName, cellWords } from './cell-words.js';
import { ColumnHeads } from './ColumnHeads.js';
import styles from './grid.module.css';
import { type GridItem, gridItems } from './grid-items.js';
import { GroupLine } from './GroupLine.js';
import type { OpenCell } from './open-cell.js';
import { type Place, stepFocus } from './step-focus.js';
import type { MatrixAddress } from './use-matrix-filter.js';

const PERSON = 264;
const COLUMN = 84;
const ROW = 46;
const GROUP = 60;
const NOT_REQUIRED: MatrixCell = ['not required', null];

interface Props {
  rows: readonly MatrixRow[];
  totals: MatrixTotals;
  address: MatrixAddress;
  /** Called when the last of the rows comes near. */
  onEnd: () => void;
  onOpen: (cell: OpenCell) => void;
  selection: Selection;
}

/**
 * People × courses, of which only what is seen is drawn. One cell at a time can be reached with Tab; the arrow keys go on
 * from it (ARIA Authoring Practices, Grid).
 */
export function MatrixGrid({ rows, totals, address, onEnd, onOpen, selection }: Props) {
  const { t } = useTexts(reportingTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => gridItems(rows, totals.groups), [rows, totals.groups]);
  const columns = totals.columns;
  const [place, setPlace] = useState<Place>({ item: 1, column: 0 });
  const wanted = useRef(false);

  const down = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'group' ? GROUP : ROW),
    overscan: 8,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: 4,
  });
  const drawn = down.getVirtualItems();
  const shown = across.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 12) onEnd();
  }, [last, items.length, onEnd]);

  // The cell that a key led to may only now be drawn.
  useEffect(() => {
    if (!wanted.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${place.item} ${place.column}"]`);
    if (!cell) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === ' ' && event.shiftKey) {
      const item = items[place.item];
      if (item?.kind === 'row') selection.toggle(item.row);
      return event.preventDefault();
    }
    const next = stepFocus(place, event, items, columns.length);
    if (!next) return;
    event.preventDefault();
    wanted.current = true;
    setPlace(next);
    down.scrollToIndex(next.item);
    if (next.column === 0) across.scrollToOffset(0);
    else across.scrollToIndex(next.column - 1);
  };

  const width = PERSON + across.getTotalSize();
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={t('gridLabel')}
      aria-rowcount={items.length + 1}
      aria-colcount={columns.length + 1}
      aria-readonly
      aria-multiselectable
      onKeyDown={press}
    >
      <ColumnHeads columns={columns} shown={shown} width={width} address={address} />
      <div role="rowgroup" className={styles.body} style={{ width, height: down.getTotalSize() }}>
        {drawn.map((virtual) => {
          const item = items[virtual.index];
          return (
            item && (
              <div
                key={keyOf(item)}
                role="row"
                aria-rowindex={virtual.index + 2}
                aria-selected={item.kind === 'row' ? selection.has(item.row.personId) : undefined}
                className={item.kind === 'group' ? styles.groupLine : styles.row}
                style={{ width, height: virtual.size, transform: `translateY(${virtual.start}px)` }}
              >
                {item.kind === 'group' ? (
                  <GroupLine group={item.group} columns={columns} shown={shown} />
                ) : (
                  <Cells
                    {...{ row: item.row, columns, shown, today: totals.today, place, setPlace, onOpen, selection }}
                    item={virtual.index}
                  />
                )}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

const keyOf = (item: GridItem): string =>
  item.kind === 'group' ? `group ${item.group.id}` : `${item.row.groupId} ${item.row.personId}`;

interface CellsProps {
  row: MatrixRow;
  item: number;
  columns: readonly MatrixColumn[];
  shown: readonly VirtualItem[];
  today: string;
  place: Place;
  setPlace: (place: Place) => void;
  onOpen: (cell: OpenCell) => void;
  selection: Selection;
}

function Cells({ row, item, columns, shown, today, place, setPlace, onOpen, selection }: CellsProps) {
  const { t } = useTexts(reportingTexts);
  const reach = (column: number) => ({
    'data-place': `${item} ${column}`,
    tabIndex: place.item === item && place.column === column ? 0 : -1,
    onFocus: () => setPlace({ item, column }),
  });
  return (
    <>
      <div role="rowheader" aria-colindex={1} className={styles.person}>
        <SelectBox {...{ row, selection }} inGrid />
        <span className={styles.who}>
          <Link to={paths.personRecord(row.personId)} {...reach(0)}>
            {row.name}
          </Link>
          <small>{row.jobRole}</small>
        </span>
      </div>
      {shown.map(({ index, start }) => {
        const column = columns[index];
        if (!column) return null;
        const cell = row.cells[column.courseId];
        const known = cell ?? NOT_REQUIRED;
        return (
          <div
            key={column.courseId}
            role="gridcell"
            aria-colindex={index + 2}
            className={styles.cell}
            style={{ left: PERSON + start, width: COLUMN }}
          >
            <button
              type="button"
              aria-label={cellName(t, column.title, known, today)}
              title={cellWords(t, column.title, known)}
              {...reach(index + 1)}
              onClick={() => onOpen({ row, column, cell: cell ?? null })}
            >
              <CellFace cell={cell} today={today} />
            </button>
          </div>
        );
      })}
    </>
  );
}
