import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { Activity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon, Plate, StopMark, useMediaQuery } from '@lms/web-ui';
import type { KeyboardEvent, ReactNode } from 'react';
import { MoveButtons } from '../components/MoveButtons.js';
import { kindText } from '../courses/words.js';
import { activityTexts } from '../texts/activities.js';
import { builderTexts } from '../texts/builder.js';
import { courseTexts } from '../texts/courses.js';
import { activityFacts, lacksCaptions } from './activity-facts.js';
import { KIND_ICONS } from './kind-icon.js';
import { usePanelFocus } from './use-panel-focus.js';
import styles from './ActivityRoute.module.css';

interface Props {
  activity: Activity;
  index: number;
  count: number;
  open: boolean;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
  /** The panel while it is open. */
  children?: ReactNode;
}

/** One stop of a draft's route: what it is, and what can be done with it. */
export function ActivityStop({ activity, index, count, open, onMove, onEdit, onRemove, children }: Props) {
  const { t } = useTexts(activityTexts);
  const { t: builder } = useTexts(builderTexts);
  const { t: course } = useTexts(courseTexts);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const sortable = useSortable({ id: activity.id, disabled: count < 2 });
  const { heading, opener } = usePanelFocus(open);
  const named = t('named', { title: activity.title });
  const first = index === 0;
  const last = index === count - 1;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (by === -1 ? !first : !last) onMove(by);
  };
  const style = {
    transform: CSS.Translate.toString(sortable.transform),
    transition: still ? undefined : sortable.transition,
  };
  return (
    <li
      ref={sortable.setNodeRef}
      style={style}
      className={styles.stop}
      data-row={activity.id}
      data-dragging={sortable.isDragging || undefined}
      onKeyDown={keys}
    >
      <Hidden>{t('place', { place: index + 1, count })}</Hidden>
      <StopMark state="next" />
      <div className={styles.body}>
        <div className={styles.head}>
          {count > 1 && (
            <button
              type="button"
              ref={sortable.setActivatorNodeRef}
              className={styles.handle}
              aria-describedby={sortable.attributes['aria-describedby']}
              {...sortable.listeners}
            >
              <Icon name="grip" />
              <Hidden>{builder('drag.handle', { title: activity.title })}</Hidden>
            </button>
          )}
          <div className={styles.words}>
            <h3 ref={heading} tabIndex={-1}>
              {activity.title}
            </h3>
            <p>
              <Icon name={KIND_ICONS[activity.kind]} size={16} />
              {activityFacts(activity, kindText(activity.kind, course), t).join('. ')}
            </p>
            {lacksCaptions(activity) && <Plate look="danger">{t('captions.missing')}</Plate>}
          </div>
          <div className={styles.actions}>
            <MoveButtons
              upText={t('up')}
              downText={t('down')}
              named={named}
              first={first}
              last={last}
              onMove={onMove}
            />
            {!open && (
              <Button size="small" ref={opener} onClick={onEdit}>
                <Icon name="edit" size={16} />
                {t('edit')}
                <Hidden>{named}</Hidden>
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={onRemove}>
              {t('remove')}
              <Hidden>{named}</Hidden>
            </Button>
          </div>
        </div>
        {children}
      </div>
    </li>
  );
}
