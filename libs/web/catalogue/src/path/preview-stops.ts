import { addDays } from '@lms/domain';
import { formatShortDay } from '@lms/web-platform';
import type { RouteStopView } from '@lms/web-ui';
import { offsetOf, type PathDraft, type StageDraft } from './path-draft.js';
import { postText, type PathT } from './words.js';

/** The required course that stands last before a stage, which opens it when stages come one after the other. */
function openedBy(stages: readonly StageDraft[], index: number): string | null {
  return (
    stages
      .slice(0, index)
      .flatMap((stage) => stage.steps)
      .findLast((step) => !step.optional)?.courseTitle ?? null
  );
}

/** The path as somebody sees it on their first visit, with dates for an example of a first day (`YYYY-MM-DD`). */
export function previewStops({ stages, sequential }: PathDraft, firstDay: string, t: PathT): RouteStopView[] {
  const stops = stages.flatMap((stage, index) => {
    const offset = offsetOf(stage) ?? 0;
    const day = formatShortDay(addDays(firstDay, offset));
    const opener = sequential ? openedBy(stages, index) : null;
    const state = opener === null ? 'next' : 'blocked';
    return stage.steps.map((step) => ({
      key: step.key,
      state,
      stateText: t(`preview.state.${state}`),
      title: step.courseTitle,
      detail: [
        t(step.optional ? 'preview.dueOptional' : 'preview.due', { day }),
        ...(opener === null ? [] : [t('preview.opensAfter', { title: opener })]),
      ].join('. '),
      post: postText(offset),
      offset,
    })) satisfies (RouteStopView & { offset: number })[];
  });
  const dayZero = stops.findIndex((stop) => stop.offset === 0);
  return stops.map(({ offset: _offset, ...stop }, index) => ({
    ...stop,
    postNote: index === dayZero ? t('stages.first') : undefined,
  }));
}

/** A Monday some two weeks ahead: a first day that looks like one. */
export function exampleFirstDay(today: string, dayOfWeek: (date: string) => number): string {
  const ahead = addDays(today, 14);
  return addDays(ahead, (8 - dayOfWeek(ahead)) % 7);
}
