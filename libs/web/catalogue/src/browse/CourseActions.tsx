import type { CatalogueCourse } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, LinkButton, toast } from '@lms/web-ui';
import { browseTexts } from '../texts/browse.js';
import type { useEnrol } from './api/enrol.js';
import styles from './course.module.css';
import { SaveButton } from './SaveButton.js';
import { wayIn } from './way-in.js';

interface Props {
  course: CatalogueCourse;
  today: string;
  enrol: ReturnType<typeof useEnrol>;
}

/** The way into the player, or into the course, the way out of it again, and the list of what is kept for later. */
export function CourseActions({ course, today, enrol }: Props) {
  const { t } = useTexts(browseTexts);
  const way = wayIn(course, today);
  const change = (enrolled: boolean) =>
    enrol.mutate(enrolled, { onSuccess: () => toast(t(enrolled ? 'course.enrolled' : 'course.withdrawn')) });
  return (
    <div className={styles.actions}>
      {way && (
        <LinkButton variant={way === 'again' ? 'usual' : 'here'} to={paths.course(course.courseId)}>
          {t(`course.${way}`)}
        </LinkButton>
      )}
      {course.mayEnrol && (
        <Button variant="main" busy={enrol.isPending} onClick={() => change(true)}>
          {t(course.completedOn ? 'course.enrolAgain' : 'course.enrol')}
        </Button>
      )}
      {course.mayWithdraw && (
        <Button variant="quiet" busy={enrol.isPending} onClick={() => change(false)}>
          {t('course.withdraw')}
        </Button>
      )}
      <SaveButton courseId={course.courseId} title={course.title} saved={course.saved} />
    </div>
  );
}
