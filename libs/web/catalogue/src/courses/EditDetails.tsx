import type { Course } from '@lms/contracts';
import { ApiProblem, isProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { courseQuery } from '../api/course.js';
import { useSaveCourse } from '../api/save-course.js';
import { ConflictNotice } from '../components/ConflictNotice.js';
import { Dialog } from '../components/Dialog.js';
import { commonTexts } from '../texts/common.js';
import { courseTexts } from '../texts/courses.js';
import { cleanCourse, draftOf } from './course-draft.js';
import { CourseFields } from './CourseFields.js';

/** The details of a course; somebody else's change in between is shown before anything is lost. */
export function EditDetails({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTexts(courseTexts);
  const { t: common } = useTexts(commonTexts);
  const client = useQueryClient();
  const save = useSaveCourse(course.id);
  const [draft, setDraft] = useState(() => draftOf(course));
  const [seen, setSeen] = useState(course.version);
  const [tried, setTried] = useState(false);
  const conflict = isProblem(save.error, 'changed-meanwhile');
  const general = save.error && !conflict && !(save.error instanceof ApiProblem && save.error.fields.length > 0);

  const send = (version: number) => {
    setTried(true);
    if (!draft.code.trim() || !draft.title.trim()) return;
    const done = () => {
      toast(t('manage.saved'));
      onClose();
    };
    save.mutate({ request: cleanCourse(draft), version }, { onSuccess: done });
  };
  const fresh = () => client.fetchQuery({ ...courseQuery(course.id), staleTime: 0 });
  const showTheirs = async () => {
    const theirs = await fresh();
    setDraft(draftOf(theirs));
    setSeen(theirs.version);
    save.reset();
  };
  const saveMine = async () => send((await fresh()).version);
  return (
    <Dialog title={t('manage.editTitle')} onClose={onClose} large>
      <Form onSubmit={() => send(seen)} label={t('form.label')}>
        {conflict && <ConflictNotice onTheirs={() => void showTheirs()} onMine={() => void saveMine()} />}
        {general && <Notice tone="danger">{problemText(save.error)}</Notice>}
        <CourseFields
          draft={draft}
          onChange={setDraft}
          tried={tried}
          error={save.error}
          forced={course.mandatoryForced}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={save.isPending}>
            {t('manage.save')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
