import { can, paths, problemText, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Page, PageHeader, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePlanSession } from '../api/plan-session.js';
import { CourseChoice } from '../components/CourseChoice.js';
import { planFaults } from '../components/plan-faults.js';
import { emptyPlan, requestOf } from '../components/plan-values.js';
import { PlanFields } from '../components/PlanFields.js';
import { refusedFaults } from '../components/refused-faults.js';
import { useKeptDraft } from '../components/use-kept-draft.js';
import { deskTexts } from '../texts/desk.js';
import { sessionTexts } from '../texts/sessions.js';

/** What is taught, when, where, by whom and for whom. What is typed stays on the device until it is planned. */
export function PlanSessionPage() {
  const { t } = useTexts(deskTexts);
  const { t: words } = useTexts(sessionTexts);
  const me = useMe();
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  // A trainer plans their own; the People Team says who trains.
  const [start] = useState(() => ({
    ...emptyPlan,
    trainers: can(me, 'people.write') ? [] : [{ id: me.personId, name: me.name }],
  }));
  const { draft, change, kept, startOver, forget } = useKeptDraft('session', start);
  const [tried, setTried] = useState(false);
  const plan = usePlanSession();
  usePageTitle(t('plan.title'));
  const own = planFaults(draft, Date.now());
  const faults = tried ? { ...refusedFaults(plan.error), ...own } : {};
  const untold = plan.error && Object.keys(refusedFaults(plan.error)).length === 0;
  const send = () => {
    setTried(true);
    if (Object.keys(own).length > 0) return;
    plan.mutate(
      { id, activityId: draft.activityId, ...requestOf(draft) },
      {
        onSuccess: ({ id: planned }) => {
          forget();
          toast(t('plan.planned'));
          void navigate(paths.session(planned), { replace: true });
        },
      },
    );
  };
  return (
    <Page width="reading">
      <PageHeader
        title={t('plan.title')}
        lead={t('plan.lead')}
        above={<Link to={paths.sessions}>{words('one.back')}</Link>}
      />
      <Form onSubmit={send} label={t('plan.title')}>
        {kept && (
          <Notice>
            {t('plan.kept')}{' '}
            <Button size="small" variant="quiet" onClick={startOver}>
              {t('plan.startOver')}
            </Button>
          </Notice>
        )}
        <CourseChoice values={draft} error={faults.course} onChange={change} />
        <PlanFields values={draft} faults={faults} onChange={change} />
        {untold && <Notice tone="danger">{problemText(plan.error)}</Notice>}
        <FormActions>
          <Button type="submit" variant="main" size="large" busy={plan.isPending}>
            {t('plan.submit')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  );
}
