import type { Course } from '@lms/contracts';
import { ApiProblem, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDuplicateCourse } from '../api/duplicate-course.js';
import { Dialog } from '../components/Dialog.js';
import { builderTexts } from '../texts/builder.js';
import { commonTexts } from '../texts/common.js';
import { NamedFields } from './NamedFields.js';

interface Props {
  course: Pick<Course, 'id' | 'title' | 'template'>;
  onClose: () => void;
}

/** A copy needs a code and a title of its own; everything else comes along. */
export function DuplicateDialog({ course, onClose }: Props) {
  const { t } = useTexts(builderTexts);
  const { t: common } = useTexts(commonTexts);
  const navigate = useNavigate();
  const duplicate = useDuplicateCourse();
  const [named, setNamed] = useState({
    title: course.template ? '' : t('copy.copyOf', { title: course.title }),
    code: '',
  });
  const [tried, setTried] = useState(false);
  const { error } = duplicate;
  const general = error && !(error instanceof ApiProblem && error.fields.length > 0);
  const submit = () => {
    setTried(true);
    const request = { fromId: course.id, title: named.title.trim(), code: named.code.trim() };
    if (!request.title || !request.code) return;
    duplicate.mutate(request, {
      onSuccess: ({ id }) => {
        toast(t('copy.done', { title: request.title }));
        onClose();
        void navigate(paths.manageCourse(id));
      },
    });
  };
  return (
    <Dialog title={t(course.template ? 'copy.titleFrom' : 'copy.title', { title: course.title })} onClose={onClose}>
      <Form onSubmit={submit}>
        <p>{t('copy.lead')}</p>
        {general && <Notice tone="danger">{problemText(error)}</Notice>}
        <NamedFields draft={named} onChange={(change) => setNamed({ ...named, ...change })} tried={tried} error={error} />
        <FormActions>
          <Button type="submit" variant="main" busy={duplicate.isPending}>
            {t('copy.submit')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
