import {
  closestCenter,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DndContextProps,
  type DragEndEvent,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useTexts } from '@lms/web-platform';
import { pathTexts } from '../texts/paths.js';
import { putStage, putStep } from './change-draft.js';
import type { PathDraft } from './path-draft.js';

type Change = (change: (draft: PathDraft) => PathDraft) => void;

/** A stage goes among stages; a step to the place of another one, or to the end of a stage. */
const near: CollisionDetection = (args) => {
  const stages = args.active.data.current?.['type'] === 'stage';
  const places = args.droppableContainers.filter(({ data }) => !stages || data.current?.['type'] === 'stage');
  const steps = places.filter(({ data }) => data.current?.['type'] === 'step');
  const closest = closestCenter({ ...args, droppableContainers: places });
  const found = places.find(({ id }) => id === closest[0]?.id);
  const stage: unknown = found?.data.current?.['stage'];
  // Within a stage that has steps, one of them is meant, not the stage as a whole.
  const within = steps.filter(({ data }) => data.current?.['stage'] === stage);
  return stages || within.length === 0 ? closest : closestCenter({ ...args, droppableContainers: within });
};

/** Drops what was dragged: with the pointer by its grip, or with space and the arrow keys. */
export function useDragging(draft: PathDraft, onChange: Change, onSay: (text: string) => void): DndContextProps {
  const { t } = useTexts(pathTexts);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const { stages } = draft;
  const dropStage = (key: string, over: string) => {
    const place = stages.findIndex((stage) => stage.key === over);
    const stage = stages.find((each) => each.key === key);
    if (!stage || place < 0) return;
    onChange(putStage(key, place));
    onSay(t('stages.movedStage', { title: stage.title, place: place + 1, count: stages.length }));
  };
  const dropStep = (key: string, over: string) => {
    const stage = stages.find((each) => each.key === over || each.steps.some((step) => step.key === over));
    const step = stages.flatMap(({ steps }) => steps).find((each) => each.key === key);
    if (!stage || !step) return;
    const place = stage.steps.findIndex((each) => each.key === over);
    onChange(putStep(key, stage.key, place < 0 ? stage.steps.length : place));
    onSay(t('stages.crossedStep', { title: step.title, stage: stage.title }));
  };
  /** Said while something is moved by keyboard: without it nobody who does not see knows where it would be dropped. */
  const where = (over: string): string | undefined => {
    const stage = stages.find((each) => each.key === over || each.steps.some((step) => step.key === over));
    if (!stage) return undefined;
    const place = stage.steps.findIndex((each) => each.key === over);
    if (place < 0) return t('drag.overStage', { stage: stage.title });
    return t('drag.overStep', { stage: stage.title, place: place + 1, count: stage.steps.length });
  };
  return {
    sensors,
    collisionDetection: near,
    onDragEnd: ({ active, over }: DragEndEvent) => {
      if (!over || over.id === active.id) return;
      const drop = active.data.current?.['type'] === 'stage' ? dropStage : dropStep;
      drop(String(active.id), String(over.id));
    },
    accessibility: {
      screenReaderInstructions: { draggable: t('drag.how') },
      announcements: {
        onDragStart: () => t('drag.started'),
        onDragOver: ({ over }) => (over ? where(String(over.id)) : undefined),
        onDragEnd: () => t('drag.dropped'),
        onDragCancel: () => t('drag.cancelled'),
      },
    },
  };
}
