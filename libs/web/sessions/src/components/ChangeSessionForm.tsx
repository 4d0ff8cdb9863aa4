import type { TrainingSession } from '@lms/contracts';
import { isProblem, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, LinkButton, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChangeSession } from '../api/change-session.js';
import { deskTexts } from '../texts/desk.js';
import { planFaults } from './plan-faults.js';
import { isTold, requestOf, valuesOf } from './plan-values.js';
import { PlanFields } from './PlanFields.js';
import { refusedFaults } from './refused-faults.js';
import { useKeptDraft } from './use-kept-draft.js';

/** Everything but the course; says who will be told before anybody is. */
export function ChangeSessionForm({ session: read, onAgain }: { session: TrainingSession; onAgain: () => void }) {
  const { t } = useTexts(deskTexts);
  const navigate = useNavigate();
  // What was read first, with its version: what somebody else wrote meanwhile is never overwritten unseen.
  const [session] = useState(read);
  const [start] = useState(() => valuesOf(session));
  const { draft, change, kept, startOver, forget } = useKeptDraft(`session.${session.id}.${session.version}`, start);
  const [tried, setTried] = useState(false);
  const save = useChangeSession(session);
  const own = planFaults(draft, Date.now(), session.booked);
  const faults = tried ? { ...refusedFaults(save.error), ...own } : {};
  const meanwhile = isProblem(save.error, 'changed-meanwhile');
  const untold = save.error && Object.keys(refusedFaults(save.error)).length === 0;
  const told = session.booked + session.waiting;
  const send = () => {
    setTried(true);
    if (Object.keys(own).length > 0) return;
    save.mutate(requestOf(draft), {
      onSuccess: () => {
        forget();
        toast(t('plan.changed'));
        void navigate(paths.session(session.id), { replace: true });
      },
    });
  };
  return (
    <Form onSubmit={send} label={t('plan.changeTitle')}>
      {kept && (
        <Notice>
          {t('plan.kept')}{' '}
          <Button size="small" variant="quiet" onClick={startOver}>
            {t('plan.startOver')}
          </Button>
        </Notice>
      )}
      <PlanFields values={draft} faults={faults} onChange={change} />
      {told > 0 && isTold(start, draft) && <Notice>{t('plan.told', { count: told })}</Notice>}
      {untold && (
        <Notice tone="danger">
          <p>{problemText(save.error)}</p>
          {meanwhile && (
            <Button size="small" onClick={onAgain}>
              {t('plan.theirs')}
            </Button>
          )}
        </Notice>
      )}
      <FormActions>
        <Button type="submit" variant="main" size="large" busy={save.isPending}>
          {t('plan.save')}
        </Button>
        <LinkButton variant="quiet" to={paths.session(session.id)}>
          {t('plan.back')}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
