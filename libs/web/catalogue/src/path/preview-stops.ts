import { addDays, datesFor, routeOf } from '@lms/domain';
import { formatShortDay } from '@lms/web-platform';
import type { RouteStopView } from '@lms/web-ui';
import { stepOffsetOf, type PathDraft, type StageDraft, type StepDraft } from './path-draft.js';
import { postText, type PathT } from './words.js';

/** A step's title as its learner reads it, before anybody is chosen to do it. */
export function learnerTitle({ kind, doer, title, learnerTitle: own }: StepDraft, t: PathT): string {
  if (kind !== 'task') return title;
  const text = (own.trim() || title)
    .replaceAll('{name}', t('preview.name'))
    .replaceAll('{who}', doer ? t(`task.who.${doer}`) : '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The path as somebody sees it on their first visit, with dates for an example of a first day (`YYYY-MM-DD`). */
export function previewStops(draft: PathDraft, firstDay: string, t: PathT): RouteStopView[] {
  const steps = draft.stages.flatMap((stage, place) =>
    stage.steps.map((step) => {
      const dayOffset = stepOffsetOf(step, stage) ?? 0;
      return {
        ...step,
        ...datesFor({ dayOffset }, firstDay),
        stage: place,
        of: stage,
        dayOffset,
        done: false,
        byOthers: step.kind === 'task' && step.doer !== 'learner',
      };
    }),
  );
  // Late enough for every day to have come: what is left in the way are other steps.
  const late = addDays(firstDay, 1000);
  const stops = routeOf(steps, late, { sequential: draft.sequential, choices: draft.stages.flatMap((s) => s.choices) });
  const titles = new Map(steps.map((step) => [step.key, learnerTitle(step, t)]));
  const dayZero = stops.findIndex(({ step }) => step.dayOffset === 0);
  return stops.map(({ step, state, opensAfter }, index) => {
    const shown = state === 'blocked' ? 'blocked' : 'next';
    const opener = titles.get(opensAfter[0] ?? '');
    return {
      key: step.key,
      state: shown,
      stateText: t(`preview.state.${shown}`),
      title: titles.get(step.key) || t('stages.untitled'),
      detail: [
        dueText(step, step.of, formatShortDay(step.dueOn), t),
        opener && t('preview.opensAfter', { title: opener }),
      ]
        .filter(Boolean)
        .join('. '),
      post: postText(step.dayOffset),
      postNote: index === dayZero ? t('stages.first') : undefined,
    };
  });
}

function dueText(step: StepDraft, stage: StageDraft, day: string, t: PathT): string {
  if (step.kind === 'milestone') return t('milestone.plate');
  const choice = stage.choices.find(({ key }) => key === step.choice);
  if (choice) {
    const of = stage.steps.filter((other) => other.choice === choice.key).length;
    return t('preview.dueChoice', { need: choice.need, of, day });
  }
  return t(step.optional ? 'preview.dueOptional' : 'preview.due', { day });
}

/** A Monday some two weeks ahead: a first day that looks like one. */
export function exampleFirstDay(today: string, dayOfWeek: (date: string) => number): string {
  const ahead = addDays(today, 14);
  return addDays(ahead, (8 - dayOfWeek(ahead)) % 7);
}
