import type { CourseItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden } from '@lms/web-ui';
import { courseSearchQuery } from '../api/courses.js';
import { SearchPicker } from '../fields/SearchPicker.js';
import { renewalTexts } from '../texts/renewal.js';
import styles from './VersionSettings.module.css';

interface Props {
  label: string;
  /** Of the search, while nothing is chosen. */
  find: string;
  hint?: string;
  /** What is chosen; null for nothing. */
  title: string | null;
  onChoose: (courseId: string | null) => void;
}

/** Another course that has a part in the renewal, or none. */
export function RenewalCourse({ label, find, hint, title, onChoose }: Props) {
  const { t } = useTexts(renewalTexts);
  if (title === null) {
    return (
      <div className={styles.course}>
        <SearchPicker
          label={find}
          search={courseSearchQuery}
          choiceOf={({ title: name, code }: CourseItem) => ({ label: name, detail: code })}
          onChoose={({ id }: CourseItem) => onChoose(id)}
        />
        {hint && <p>{hint}</p>}
      </div>
    );
  }
  return (
    <p className={styles.chosen}>
      <span>
        {label}: <b>{title}</b>
      </span>
      <Button size="small" variant="quiet" onClick={() => onChoose(null)}>
        {t('remove')}
        <Hidden> {title}</Hidden>
      </Button>
    </p>
  );
}
