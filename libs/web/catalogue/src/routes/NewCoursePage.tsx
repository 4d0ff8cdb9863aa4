import type { Created } from '@lms/contracts';
import { ApiProblem, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, LinkButton, Notice, Page, PageHeader, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCreateCourse } from '../api/create-course.js';
import { useDuplicateCourse } from '../api/duplicate-course.js';
import { withParam } from '../components/with-param.js';
import { cleanCourse, emptyCourse } from '../courses/course-draft.js';
import { FromTemplate } from '../courses/FromTemplate.js';
import { NamedFields } from '../courses/NamedFields.js';
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
  const duplicate = useDuplicateCourse();
  const [params, setParams] = useSearchParams();
  const from = params.get('from') ?? '';
  const { draft, setDraft, forget, kept } = useKeptDraft('course', emptyCourse);
  const [tried, setTried] = useState(false);
  usePageTitle(t('new.title'));
  const submit = () => {
    setTried(true);
    if (!draft.code.trim() || !draft.title.trim()) return;
    const course = cleanCourse(draft);
    const onSuccess = ({ id }: Created) => {
      forget();
      toast(t('new.done', { title: course.title }));
      void navigate(paths.manageCourse(id));
    };
    const { code, title } = course;
    if (from) duplicate.mutate({ fromId: from, code, title }, { onSuccess });
    else create.mutate(course, { onSuccess });
  };
  const { error, isPending } = from ? duplicate : create;
  const general = error && !(error instanceof ApiProblem && error.fields.length > 0);
  const start = (id: string) => setParams((now) => withParam(now, 'from', id), { replace: true });
  return (
    <Page width="reading">
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        above={<Link to={paths.courses}>{t('manage.back')}</Link>}
      />
      <Form onSubmit={submit} label={t('form.label')}>
        {kept && !error && <Notice>{t('new.kept')}</Notice>}
        {general && <Notice tone="danger">{problemText(error)}</Notice>}
        <FromTemplate value={from} onChange={start} />
        {from ? (
          <NamedFields
            draft={draft}
            onChange={(change) => setDraft({ ...draft, ...change })}
            tried={tried}
            error={error}
          />
        ) : (
          <CourseFields draft={draft} onChange={setDraft} tried={tried} error={error} />
        )}
        <FormActions>
          <Button type="submit" variant="main" busy={isPending}>
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
