import { closestCenter, DndContext } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { Activity, CourseVersion } from '@lms/contracts';
import { isProblem, problemText, useTexts } from '@lms/web-platform';
import { Empty, Hidden, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useOrderActivities } from '../api/order-activities.js';
import { useRemoveActivity } from '../api/remove-activity.js';
import { moveItem } from '../components/move.js';
import { useMovedFocus } from '../components/use-moved-focus.js';
import { activityTexts } from '../texts/activities.js';
import { builderTexts } from '../texts/builder.js';
import { courseTexts } from '../texts/courses.js';
import type { CaptionsPlace } from '../uploads/upload-entry.js';
import { ActivityPanel } from './ActivityPanel.js';
import { ActivityStop } from './ActivityStop.js';
import { useArranging } from './use-arranging.js';
import { useOpenActivity } from './use-open-activity.js';
import styles from './ActivityRoute.module.css';

interface Props {
  version: CourseVersion;
  labelledBy: string;
  onCaptions: (files: File[], place: CaptionsPlace) => void;
}

/** The activities of a draft as its route, in order, to be changed right there. */
export function ActivityRoute({ version, labelledBy, onCaptions }: Props) {
  const { t } = useTexts(activityTexts);
  const { t: builder } = useTexts(builderTexts);
  const { t: course } = useTexts(courseTexts);
  const { activities, courseId, id: versionId } = version;
  const order = useOrderActivities(courseId, versionId);
  const remove = useRemoveActivity(courseId);
  const { root, remember, focusRow } = useMovedFocus<HTMLOListElement>();
  const { open, show } = useOpenActivity();
  const [said, setSaid] = useState('');
  const count = activities.length;
  const { sensors, accessibility, onDragEnd } = useArranging(activities, (next) => order.mutate(next));

  const move = (index: number, activity: Activity, by: -1 | 1) => {
    remember(activity.id, by);
    order.mutate(moveItem(activities, index, by));
    setSaid(t('moved', { title: activity.title, place: index + 1 + by, count }));
  };
  const removeNow = (activity: Activity, index: number) => {
    const next = activities[index + 1] ?? activities[index - 1];
    remove.mutate(activity, {
      onSuccess: () => {
        toast(t('removed', { title: activity.title }));
        if (next) focusRow(next.id);
      },
    });
  };
  const error = order.error ?? remove.error;
  if (count === 0) return <Empty title={course('manage.empty')} text={course('manage.emptyText')} />;
  return (
    <>
      {error && (
        <Notice tone="danger">
          {isProblem(order.error, 'changed-meanwhile') ? builder('conflict.order') : problemText(error)}
        </Notice>
      )}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={accessibility}
        onDragEnd={onDragEnd}
      >
        <SortableContext items={activities.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol ref={root} aria-labelledby={labelledBy}>
            {activities.map((activity, index) => (
              <ActivityStop
                key={activity.id}
                activity={activity}
                index={index}
                count={count}
                open={open === activity.id}
                onMove={(by) => move(index, activity, by)}
                onEdit={() => show(activity.id)}
                onRemove={() => removeNow(activity, index)}
              >
                {open === activity.id && (
                  <ActivityPanel
                    courseId={courseId}
                    versionId={versionId}
                    activity={activity}
                    onCaptions={onCaptions}
                    onClose={() => show(null)}
                  />
                )}
              </ActivityStop>
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {count > 1 && <p className={styles.keys}>{t('keys')}</p>}
      <span aria-live="polite">
        <Hidden>{said}</Hidden>
      </span>
    </>
  );
}
