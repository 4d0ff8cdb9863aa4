import type { CourseItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon } from '@lms/web-ui';
import { useState } from 'react';
import { courseSearchQuery } from '../api/courses.js';
import { SearchPicker, type Choice } from '../fields/SearchPicker.js';
import { pathTexts } from '../texts/paths.js';
import styles from './Stages.module.css';

interface Props {
  /** Courses that the path holds already. */
  used: ReadonlySet<string>;
  /** The stage's name, for a screen reader. */
  stage: string;
  onAdd: (course: CourseItem) => void;
}

/** A button that opens a search; it stays open, because a stage often gets several courses. */
export function AddCourse({ used, stage, onAdd }: Props) {
  const { t } = useTexts(pathTexts);
  const [open, setOpen] = useState(false);
  const choiceOf = ({ id, title, code, publishedNumber }: CourseItem): Choice => {
    const remark = used.has(id) ? t('stages.inPath') : publishedNumber === null ? t('stages.notPublished') : null;
    return { label: title, detail: remark ? `${code}, ${remark}` : code, disabled: used.has(id) };
  };
  return (
    <div className={styles.picker}>
      {open ? (
        <SearchPicker
          label={t('stages.find')}
          search={courseSearchQuery}
          choiceOf={choiceOf}
          onChoose={onAdd}
          autoFocus
        />
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          <Icon name="add" size={16} />
          {t('stages.addCourse')}
          <Hidden>{t('stages.named', { title: stage })}</Hidden>
        </Button>
      )}
    </div>
  );
}
