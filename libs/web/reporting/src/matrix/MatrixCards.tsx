import type { MatrixCell, MatrixRow, MatrixTotals } from '@lms/contracts';
import { formatAway, paths, useTexts } from '@lms/web-platform';
import { StandingMark } from '@lms/web-ui';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { SelectBox } from '../selection/SelectBox.js';
import type { Selection } from '../selection/use-selection.js';
import { reportingTexts } from '../texts.js';
import styles from './cards.module.css';
import { type GridItem, gridItems } from './grid-items.js';
import type { OpenCell } from './open-cell.js';
import { useGroupWords } from './use-group-words.js';

interface Props {
  rows: readonly MatrixRow[];
  totals: MatrixTotals;
  onEnd: () => void;
  onOpen: (cell: OpenCell) => void;
  selection: Selection;
}

/** The same for a narrow screen: a person a card, what needs attention line by line, the rest counted. */
export function MatrixCards({ rows, totals, onEnd, onOpen, selection }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const items = useMemo(() => gridItems(rows, totals.groups), [rows, totals.groups]);
  const down = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => (items[index]?.kind === 'group' ? 76 : 150),
    overscan: 6,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const drawn = down.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 8) onEnd();
  }, [last, items.length, onEnd]);
  return (
    <div ref={list} role="list" className={styles.list} style={{ height: down.getTotalSize() }}>
      {drawn.map((virtual) => {
        const item = items[virtual.index];
        return (
          item && (
            <div
              key={virtual.key}
              ref={down.measureElement}
              data-index={virtual.index}
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={virtual.index + 1}
              className={styles.item}
              style={{ transform: `translateY(${virtual.start - down.options.scrollMargin}px)` }}
            >
              {item.kind === 'group' ? (
                <GroupHead item={item} />
              ) : (
                <Card {...{ row: item.row, totals, onOpen, selection }} />
              )}
            </div>
          )
        );
      })}
    </div>
  );
}

function GroupHead({ item: { group } }: { item: Extract<GridItem, { kind: 'group' }> }) {
  const { label, under, inOrder } = useGroupWords(group);
  return (
    <div className={styles.group}>
      <h2>
        {label}
        {under && <small>{under}</small>}
      </h2>
      <span>{inOrder}</span>
    </div>
  );
}

const TOLD = ['overdue', 'expired', 'expiring'] as const;
const told = (cell: MatrixCell) => TOLD.findIndex((standing) => standing === cell[0]);

function Card({ row, totals, onOpen, selection }: Pick<Props, 'totals' | 'onOpen' | 'selection'> & { row: MatrixRow }) {
  const { t } = useTexts(reportingTexts);
  const cells = totals.columns.flatMap((column) => {
    const cell = row.cells[column.courseId];
    return cell ? [{ column, cell }] : [];
  });
  const awayText = (standing: string, away: string) => {
    const known = TOLD.find((one) => one === standing);
    return known ? t(`away.${known}`, { away }) : away;
  };
  const lines = cells.filter(({ cell }) => told(cell) >= 0).toSorted((a, b) => told(a.cell) - told(b.cell));
  const rest = Map.groupBy(
    cells.filter(({ cell }) => told(cell) < 0),
    ({ cell }) => cell[0],
  );
  return (
    <article className={styles.card}>
      <div className={styles.top}>
        <h3>
          <Link to={paths.personRecord(row.personId)}>{row.name}</Link>
        </h3>
        <SelectBox {...{ row, selection }} />
      </div>
      <p>{row.jobRole}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map(({ column, cell }) => (
            <li key={column.courseId}>
              <button type="button" onClick={() => onOpen({ row, column, cell })}>
                <StandingMark standing={cell[0]} />
                <span>{column.title}</span>
                <b data-standing={cell[0]}>
                  {cell[1] ? awayText(cell[0], formatAway(cell[1], totals.today)) : t(`standing.${cell[0]}`)}
                </b>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.rest}>
        {rest.size === 0 && lines.length === 0 && t('nothing')}
        {[...rest].map(([standing, some]) => (
          <span key={standing}>
            <StandingMark standing={standing} />
            {some.length} {t(`standing.${standing}`).toLowerCase()}
          </span>
        ))}
      </p>
    </article>
  );
}
