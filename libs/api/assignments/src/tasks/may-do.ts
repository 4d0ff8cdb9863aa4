import { type Actor, Forbidden, NotFound } from '@lms/api-platform';

export interface TaskFacts {
  personId: string;
  doer: string;
  assigneeId: string | null;
  doneBy: string | null;
}

/** Who writes paths is of the People Team. */
export const isPeopleTeam = (actor: Actor): boolean => actor.permissions.has('paths.write');

/**
 * A task is done by whoever it was given to, or by the People Team, which helps out where somebody is away. What others
 * do for a learner the learner does not tick off, whatever else they are. NotFound for whom it does not concern.
 */
export function assertMayDo(actor: Actor, task: TaskFacts): void {
  if (task.assigneeId === actor.personId) return;
  if (task.personId === actor.personId) {
    throw new Forbidden('not-yours', 'Somebody else does this for you, and says when it is done.');
  }
  if (!isPeopleTeam(actor)) throw new NotFound();
}

/** Taken back by whoever said that it was done, or by the People Team; never by the learner alone. */
export function assertMayUndo(actor: Actor, task: TaskFacts): void {
  if (task.doneBy === actor.personId) return;
  if (task.personId === actor.personId || (task.assigneeId === actor.personId && !isPeopleTeam(actor))) {
    throw new Forbidden('not-yours', 'Somebody else said that this is done. Ask them, or the People Team.');
  }
  if (!isPeopleTeam(actor)) throw new NotFound();
}
