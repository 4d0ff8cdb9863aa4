import { ApiProblem, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, LinkButton, Notice, Page, PageHeader, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCreateCourse } from '../api/create-course.js';
import { cleanCourse, emptyCourse } from '../courses/course-draft.js';
import { CourseFields } from '../courses/CourseFields.js';
import { useKeptDraft } from '../fields/use-kept-draft.js';
import { commonTexts } from '../texts/common.js';
import { courseTexts } from '../texts/courses.js';

/** The details of a new course; then on to what people do in it. */
export function NewCoursePage() {
  const { t } = useTexts(courseTexts);
  const { t: common } = useTexts(commonTexts);
  const navigate = useNavigate();
  const create = useCreateCourse();
  const { draft, setDraft, forget, kept } = useKeptDraft('course', emptyCourse);
  const [tried, setTried] = useState(false);
  usePageTitle(t('new.title'));
  const submit = () => {
    setTried(true);
    if (!draft.code.trim() || !draft.title.trim()) return;
    const course = cleanCourse(draft);
    create.mutate(course, {
      onSuccess: ({ id }) => {
        forget();
        toast(t('new.done', { title: course.title }));
        void navigate(paths.manageCourse(id));
      },
    });
  };
  const general = create.error && !(create.error instanceof ApiProblem && create.error.fields.length > 0);
  return (
    <Page width="reading">
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        above={<Link to={paths.courses}>{t('manage.back')}</Link>}
      />
      <Form onSubmit={submit} label={t('form.label')}>
        {kept && !create.error && <Notice>{t('new.kept')}</Notice>}
        {general && <Notice tone="danger">{problemText(create.error)}</Notice>}
        <CourseFields draft={draft} onChange={setDraft} tried={tried} error={create.error} />
        <FormActions>
          <Button type="submit" variant="main" busy={create.isPending}>
            {t('new.submit')}
          </Button>
          <LinkButton variant="quiet" to={paths.courses}>
            {common('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
