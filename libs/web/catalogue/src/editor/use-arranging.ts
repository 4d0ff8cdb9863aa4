import {
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import type { Activity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useRef } from 'react';
import { placeItem } from '../components/move.js';
import { builderTexts } from '../texts/builder.js';

/** Dragging activities by mouse, finger and keyboard, each step of it said to a screen reader. */
export function useArranging(activities: readonly Activity[], onOrder: (next: readonly Activity[]) => void) {
  const { t } = useTexts(builderTexts);
  const sensors = useSensors(
    // A click on the handle is no drag, and a finger that scrolls past it is none either.
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const count = activities.length;
  const say = (key: 'start' | 'over' | 'end' | 'cancel', id: unknown, at: unknown): string => {
    const place = activities.findIndex((activity) => activity.id === at) + 1;
    const title = activities.find((activity) => activity.id === id)?.title ?? '';
    return t(`drag.${key}`, { title, place, count });
  };
  // Where it was lifted it also lies over itself: saying so would cut off how to move it.
  const moved = useRef(false);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moved.current = false;
      return say('start', active.id, active.id);
    },
    onDragOver: ({ active, over }) => {
      if (!over || (!moved.current && over.id === active.id)) return undefined;
      moved.current = true;
      return say('over', active.id, over.id);
    },
    onDragEnd: ({ active, over }) => say('end', active.id, over?.id ?? active.id),
    onDragCancel: ({ active }) => say('cancel', active.id, active.id),
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = activities.findIndex(({ id }) => id === active.id);
    const to = activities.findIndex(({ id }) => id === over?.id);
    if (from !== -1 && to !== -1 && from !== to) onOrder(placeItem(activities, from, to));
  };
  const accessibility = { announcements, screenReaderInstructions: { draggable: t('drag.how') } };
  return { sensors, accessibility, onDragEnd };
}
