import type { CourseItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Icon } from '@lms/web-ui';
import { useState } from 'react';
import { courseSearchQuery } from '../api/courses.js';
import { SearchPicker, type Choice } from '../fields/SearchPicker.js';
import { pathTexts } from '../texts/paths.js';
import { newCourse, newMilestone, newTask, type StepDraft } from './path-draft.js';
import styles from './Stages.module.css';

interface Props {
  /** Courses that the path holds already. */
  used: ReadonlySet<string>;
  /** The stage's name, for a screen reader. */
  stage: string;
  onAdd: (step: StepDraft) => void;
}

/** What can be added to a stage. The search for courses stays open, because a stage often gets several. */
export function AddStep({ used, stage, onAdd }: Props) {
  const { t } = useTexts(pathTexts);
  const [open, setOpen] = useState(false);
  const named = <Hidden>{t('stages.named', { title: stage })}</Hidden>;
  const choiceOf = ({ id, title, code, publishedNumber }: CourseItem): Choice => {
    const remark = used.has(id) ? t('stages.inPath') : publishedNumber === null ? t('stages.notPublished') : null;
    return { label: title, detail: remark ? `${code}, ${remark}` : code, disabled: used.has(id) };
  };
  return (
    <>
      {open && (
        <div className={styles.picker}>
          <SearchPicker
            label={t('stages.find')}
            search={courseSearchQuery}
            choiceOf={choiceOf}
            onChoose={({ id, title, publishedNumber }) => onAdd(newCourse(id, title, publishedNumber !== null))}
            autoFocus
          />
        </div>
      )}
      <div className={styles.adds}>
        {!open && (
          <Button size="small" onClick={() => setOpen(true)}>
            <Icon name="add" size={16} />
            {t('stages.addCourse')}
            {named}
          </Button>
        )}
        <Button size="small" onClick={() => onAdd(newTask())}>
          <Icon name="add" size={16} />
          {t('stages.addTask')}
          {named}
        </Button>
        <Button size="small" onClick={() => onAdd(newMilestone())}>
          <Icon name="add" size={16} />
          {t('stages.addMilestone')}
          {named}
        </Button>
      </div>
    </>
  );
}
