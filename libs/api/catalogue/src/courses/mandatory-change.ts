import { type Ctx, Forbidden, Invalid, type Tx } from '@lms/api-platform';
import { CourseVersionEntity } from '../course-versions/course-version.entity.js';
import { isAuthor } from '../shared/second-person.js';
import type { CourseEntity } from './course.entity.js';
import { forcingPaths } from './mandatory-forced.js';

/**
 * A course stays mandatory while an onboarding path uses it. And the switch is no way round the second person: a course
 * whose published version one person published alone becomes mandatory only by the hand of another who may approve.
 */
export async function assertMandatoryMayBecome(
  tx: Tx,
  ctx: Ctx,
  course: CourseEntity,
  mandatory: boolean,
): Promise<void> {
  if (mandatory === course.mandatory) return;
  if (mandatory) await assertChecked(tx, ctx, course.id);
  else await assertNotForced(tx, course.id);
}

async function assertNotForced(tx: Tx, courseId: string): Promise<void> {
  const paths = await forcingPaths(tx, courseId);
  if (paths.length === 0) return;
  const names = paths.map((title) => `“${title}”`).join(', ');
  throw new Invalid([
    { path: 'mandatory', message: `The course stays mandatory because an onboarding path uses it: ${names}.` },
  ]);
}

async function assertChecked(tx: Tx, ctx: Ctx, courseId: string): Promise<void> {
  const published = await tx.findOneBy(CourseVersionEntity, { courseId, state: 'published' });
  if (!published) return;
  const { approvedBy, createdBy, submittedBy } = published;
  if (approvedBy !== null && approvedBy !== createdBy && approvedBy !== submittedBy) return;
  if (ctx.actor.permissions.has('courses.approve') && !isAuthor(published, ctx.actor)) return;
  throw new Forbidden(
    'second-person-needed',
    'One person alone published this course. Somebody else who may approve courses has to make it mandatory.',
  );
}
