import type { Alliance } from '@lms/demo';
import type { LocalDate } from '@lms/domain';

interface FoundStep {
  step: { id: string; dayOffset: number };
  pathVersionId: string;
  /** The first day of the engagement, from which the path counts. */
  anchor: LocalDate;
}

/** Finds the step of a path at which a course stands, and the day that its offset counts from. */
export type StepFinder = (pathId: string, courseId: string, engagementId: string) => FoundStep;

export function stepFinder(alliance: Alliance): StepFinder {
  const anchors = new Map(alliance.engagements.map(({ id, startsOn }) => [id, startsOn]));
  const steps = new Map(
    alliance.paths.flatMap((path) =>
      path.version.stages.flatMap(({ dayOffset, steps: ofStage }) =>
        ofStage.map(({ id, courseId }) => [
          `${path.id} ${courseId}`,
          { step: { id, dayOffset }, pathVersionId: path.version.id },
        ]),
      ),
    ),
  );
  return (pathId, courseId, engagementId) => {
    const found = steps.get(`${pathId} ${courseId}`);
    const anchor = anchors.get(engagementId);
    if (!found || anchor === undefined) throw new Error(`The demonstration has no step for course ${courseId}`);
    return { ...found, anchor };
  };
}
