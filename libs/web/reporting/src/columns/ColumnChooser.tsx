import type { MatrixColumn, MatrixFilter } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Dropdown, IconButton, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { matrixTotalsQuery } from '../api/matrix.js';
import type { MatrixAddress } from '../matrix/use-matrix-filter.js';
import { toolsTexts } from '../texts/tools.js';
import styles from './columns.module.css';
import { moved, orderColumns } from './order-columns.js';

/** Which courses are shown, and in which order. What is chosen stands in the address. */
export function ColumnChooser({ address }: { address: MatrixAddress }) {
  const { t } = useTexts(toolsTexts);
  const { columns } = address.filter;
  const count = columns?.split(',').length ?? 0;
  return (
    <Dropdown label={count > 0 ? t('columns.some', { count }) : t('columns.label')} icon="matrix" size="small">
      {(close) => (
        <Loaded
          filter={address.filter}
          onChoose={(ids) => {
            close();
            address.write({ columns: ids?.join(','), courseId: undefined });
          }}
        />
      )}
    </Dropdown>
  );
}

interface ChoiceProps {
  filter: MatrixFilter;
  /** Undefined: all of them, as they come. */
  onChoose: (ids: string[] | undefined) => void;
}

function Loaded({ filter, onChoose }: ChoiceProps) {
  const { t } = useTexts(toolsTexts);
  const { data, isPlaceholderData } = useQuery(
    matrixTotalsQuery({ ...filter, columns: undefined, standing: undefined, courseId: undefined }),
  );
  if (!data || isPlaceholderData)
    return (
      <Skeleton label={t('columns.loading')}>
        <SkeletonRows rows={3} />
      </Skeleton>
    );
  return <Choice all={data.columns} chosen={filter.columns} onChoose={onChoose} />;
}

function Choice({
  all,
  chosen,
  onChoose,
}: {
  all: readonly MatrixColumn[];
  chosen: string | undefined;
  onChoose: ChoiceProps['onChoose'];
}) {
  const { t } = useTexts(toolsTexts);
  const [ids, setIds] = useState(() => orderColumns(all, chosen).map(({ courseId }) => courseId));
  const shown = orderColumns(all, ids.join(',') || 'none');
  const others = all.filter(({ courseId }) => !ids.includes(courseId));
  const whole = ids.length === all.length && all.every(({ courseId }, place) => ids[place] === courseId);
  const without = (id: string) => setIds(ids.filter((other) => other !== id));
  return (
    <>
      <p className={styles.lead}>{t('columns.lead')}</p>
      <fieldset className={styles.part}>
        <legend>{t('columns.chosen')}</legend>
        <ul>
          {shown.map(({ courseId, title }, place) => (
            <li key={courseId}>
              <label>
                <input type="checkbox" checked onChange={() => without(courseId)} />
                {title}
              </label>
              <IconButton
                icon="up"
                label={t('columns.up', { title })}
                disabled={place === 0}
                onClick={() => setIds(moved(ids, courseId, -1))}
              />
              <IconButton
                icon="down"
                label={t('columns.down', { title })}
                disabled={place === shown.length - 1}
                onClick={() => setIds(moved(ids, courseId, 1))}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      {others.length > 0 && (
        <fieldset className={styles.part}>
          <legend>{t('columns.others')}</legend>
          <ul>
            {others.map(({ courseId, title }) => (
              <li key={courseId}>
                <label>
                  <input type="checkbox" checked={false} onChange={() => setIds([...ids, courseId])} />
                  {title}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          variant="main"
          aria-disabled={ids.length === 0}
          onClick={() => ids.length > 0 && onChoose(whole ? undefined : ids)}
        >
          {t('columns.done')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onChoose(undefined)}>
          {t('columns.all')}
        </Button>
      </div>
    </>
  );
}
