import type { CreateEquivalenceRequest, EquivalenceTermsRequest } from '@lms/contracts';
import { fieldProblem, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  ChoiceField,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  PageHeader,
  Section,
  SelectField,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { choosableCoursesQuery } from '../api/corrections.js';
import { Loading } from '../components/Loading.js';
import { NO_THING, thingOf } from '../outside/thing-draft.js';
import { ThingFields } from '../outside/ThingFields.js';
import { useCreate } from './api.js';
import styles from './equivalences.module.css';
import { TermsFields } from './TermsFields.js';
import { equivalenceTexts } from './texts.js';

const NO_TERMS: EquivalenceTermsRequest = {
  kind: 'full',
  remainderCourseId: null,
  fromOn: null,
  toOn: null,
  limitMonths: null,
  reason: '',
};
const kinds = [
  ['card', 'form.card'],
  ['company-course', 'form.company'],
  ['course', 'form.course'],
] as const;
type Kind = (typeof kinds)[number][0];

/** Says what counts as which course, and how. */
export function NewEquivalencePage() {
  const { t } = useTexts(equivalenceTexts);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { data: courses } = useQuery(choosableCoursesQuery());
  const [kind, setKind] = useState<Kind>('card');
  const [thing, setThing] = useState(NO_THING);
  const [sourceCourse, setSourceCourse] = useState('');
  const [target, setTarget] = useState(search.get('course') ?? '');
  const [terms, setTerms] = useState(NO_TERMS);
  const [tried, setTried] = useState(false);
  const create = useCreate();
  usePageTitle(t('form.title'));
  if (!courses) return <Loading />;
  const options = courses.items.map(({ id, title }) => ({ value: id, label: title }));
  const missing = (value: string) => (tried && !value.trim() ? t('form.missing') : null);
  const problem = (path: string) =>
    fieldProblem(create.error, path) ??
    (path === 'reason' ? missing(terms.reason) : null) ??
    (path === 'remainderCourseId' ? missing(terms.remainderCourseId ?? '') : null);
  const request = (): CreateEquivalenceRequest | null => {
    const source = kind === 'course' ? sourceCourse && { kind, courseId: sourceCourse } : thingOf({ ...thing, kind });
    const whole = terms.reason.trim() && (terms.kind === 'full' || terms.remainderCourseId);
    return source && target && whole ? { ...terms, source, courseId: target } : null;
  };
  const submit = () => {
    setTried(true);
    const whole = request();
    if (whole) create.mutate(whole, { onSuccess: ({ id }) => void navigate(paths.equivalence(id)) });
  };
  return (
    <Page width="reading">
      <PageHeader
        title={t('form.title')}
        lead={t('form.lead')}
        above={<Link to={paths.equivalences}>{t('form.back')}</Link>}
      />
      <Form onSubmit={submit} label={t('form.title')}>
        {create.error && <Notice tone="danger">{problemText(create.error)}</Notice>}
        <Section title={t('form.what')}>
          <div className={styles.fields}>
            <ChoiceField
              legend={t('form.kind')}
              value={kind}
              options={kinds.map(([value, label]) => ({ value, label: t(label) }))}
              onChange={setKind}
            />
            {kind === 'course' ? (
              <SelectField
                label={t('form.ourCourse')}
                none={t('form.choose')}
                value={sourceCourse}
                options={options}
                error={missing(sourceCourse)}
                onChange={(event) => setSourceCourse(event.target.value)}
              />
            ) : (
              <ThingFields
                draft={{ ...thing, kind }}
                tried={tried}
                onChange={(part) => setThing({ ...thing, ...part })}
              />
            )}
          </div>
        </Section>
        <Section title={t('form.as')}>
          <SelectField
            label={t('form.target')}
            none={t('form.choose')}
            value={target}
            options={options}
            error={problem('courseId') ?? missing(target)}
            onChange={(event) => setTarget(event.target.value)}
          />
        </Section>
        <Section title={t('form.terms')}>
          <TermsFields
            terms={terms}
            courses={courses.items}
            problem={problem}
            onChange={(part) => setTerms({ ...terms, ...part })}
          />
        </Section>
        <FormActions>
          <Button type="submit" variant="main" busy={create.isPending}>
            {t('form.create')}
          </Button>
          <LinkButton variant="quiet" to={paths.equivalences}>
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
