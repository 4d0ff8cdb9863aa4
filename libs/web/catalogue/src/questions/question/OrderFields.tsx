import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import { useState } from 'react';
import { moveItem } from '../../components/move.js';
import { useMovedFocus } from '../../components/use-moved-focus.js';
import { questionTexts } from '../texts.js';
import { Lines } from './Lines.js';
import { OrderLine } from './OrderLine.js';
import { emptyItem, type DraftItem } from './question-draft.js';

interface Props {
  items: DraftItem[];
  error?: string;
  onChange: (items: DraftItem[]) => void;
}

/** What is to be put in order, as it is right: dragged by hand or by keyboard, or moved by buttons. */
export function OrderFields({ items, error, onChange }: Props) {
  const { t } = useTexts(questionTexts);
  const [said, setSaid] = useState('');
  const { root, remember } = useMovedFocus<HTMLOListElement>();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const nameOf = (id: string | number): string => {
    const index = items.findIndex((item) => item.id === id);
    return items[index]?.text || t('body.item', { place: index + 1 });
  };
  const movedText = (id: string | number, place: number) =>
    t('body.moved', { text: nameOf(id), place, count: items.length });
  const placeOf = (id: string | number | undefined) => items.findIndex((item) => item.id === id) + 1;
  const move = (index: number, by: -1 | 1) => {
    const item = items[index];
    if (!item) return;
    remember(item.id, by);
    setSaid(movedText(item.id, index + 1 + by));
    onChange([...moveItem(items, index, by)]);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [placeOf(active.id) - 1, placeOf(over?.id) - 1];
    const item = items[from];
    if (!item || to < 0 || from === to) return;
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
  };
  return (
    <Lines
      legend={t('body.items')}
      hint={t('body.itemsHint')}
      error={error}
      add={t('body.addItem')}
      full={items.length >= 12}
      onAdd={() => onChange([...items, emptyItem()])}
    >
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{
          screenReaderInstructions: { draggable: t('body.dragKeys') },
          announcements: {
            onDragStart: ({ active }) => t('body.lifted', { text: nameOf(active.id) }),
            onDragOver: ({ active, over }) => (over ? movedText(active.id, placeOf(over.id)) : undefined),
            onDragEnd: ({ active, over }) => movedText(active.id, placeOf(over?.id ?? active.id)),
            onDragCancel: ({ active }) => movedText(active.id, placeOf(active.id)),
          },
        }}
      >
        <SortableContext items={items} strategy={verticalListSortingStrategy}>
          <ol ref={root}>
            {items.map((item, index) => (
              <OrderLine
                key={item.id}
                item={item}
                index={index}
                count={items.length}
                onText={(text) => onChange(items.map((each) => (each.id === item.id ? { ...each, text } : each)))}
                onMove={(by) => move(index, by)}
                onRemove={items.length > 2 ? () => onChange(items.filter((each) => each.id !== item.id)) : undefined}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <span aria-live="polite">
        <Hidden>{said}</Hidden>
      </span>
    </Lines>
  );
}
