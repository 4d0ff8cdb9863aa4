import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useTexts } from '@lms/web-platform';
import { Icon, useMediaQuery } from '@lms/web-ui';
import { MoveButtons } from '../../components/MoveButtons.js';
import { questionTexts } from '../texts.js';
import { RemoveLine } from './Lines.js';
import type { DraftItem } from './question-draft.js';
import styles from './Lines.module.css';

interface Props {
  item: DraftItem;
  index: number;
  count: number;
  onText: (text: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove?: () => void;
}

/** One thing of an order, with a handle to drag it and buttons to move it. */
export function OrderLine({ item, index, count, onText, onMove, onRemove }: Props) {
  const { t } = useTexts(questionTexts);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
    transition: still ? null : undefined,
  });
  const name = item.text || t('body.item', { place: index + 1 });
  return (
    <li
      ref={setNodeRef}
      className={styles.item}
      data-row={item.id}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={styles.handle}
        {...attributes}
        {...listeners}
        aria-label={t('body.drag', { text: name })}
      >
        <Icon name="more" size={18} />
      </button>
      <span className={styles.place} aria-hidden>
        {index + 1}
      </span>
      <input
        className={styles.input}
        aria-label={t('body.item', { place: index + 1 })}
        maxLength={300}
        value={item.text}
        onChange={(event) => onText(event.target.value)}
      />
      <span className={styles.moves}>
        <MoveButtons
          upText={t('body.up')}
          downText={t('body.down')}
          named={t('body.named', { text: name })}
          first={index === 0}
          last={index === count - 1}
          onMove={onMove}
        />
      </span>
      {onRemove && <RemoveLine name={name} onRemove={onRemove} />}
    </li>
  );
}
