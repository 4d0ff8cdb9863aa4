import type { CatalogueCourse } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { formatDayAway, problemText, useTexts } from '@lms/web-platform';
import { Button, FieldShell, Form, FormActions, Notice, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { browseTexts } from '../texts/browse.js';
import { useAskForMyself } from './api/my-requests.js';
import styles from './course.module.css';

interface Props {
  kind: 'enrolment' | 'extension';
  course: CatalogueCourse;
  today: string;
  onClose: () => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Why, and of more time until when. */
export function AskForItForm({ kind, course, today, onClose }: Props) {
  const { t } = useTexts(browseTexts);
  const { ask } = useAskForMyself();
  const least = addDays(course.dueOn !== null && course.dueOn > today ? course.dueOn : today, 1);
  const [why, setWhy] = useState('');
  const [dueOn, setDueOn] = useState(addDays(least, 13));
  const [state, setState] = useState<'idle' | 'tried' | 'busy'>('idle');
  const [error, setError] = useState<unknown>(null);
  const late = kind === 'extension' && !(DAY.test(dueOn) && dueOn >= least);
  const submit = async () => {
    setState('tried');
    if (why.trim() === '' || late) return;
    setState('busy');
    const asked = { courseId: course.courseId, why: why.trim() };
    try {
      await ask(kind === 'extension' ? { kind, dueOn, ...asked } : { kind, ...asked });
      toast(t('ask.sent'));
      onClose();
    } catch (thrown) {
      setError(thrown);
      setState('tried');
    }
  };
  const tried = state === 'tried';
  return (
    <Form onSubmit={() => void submit()} label={t(`ask.button.${kind}`)}>
      <p>{t('ask.text')}</p>
      {kind === 'extension' && (
        <TextField
          label={t('ask.until')}
          hint={DAY.test(dueOn) ? formatDayAway(dueOn, today) : undefined}
          error={tried && late ? t('ask.untilLater') : null}
          type="date"
          min={least}
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
      )}
      <FieldShell
        label={t('ask.why')}
        hint={t('ask.whyHint')}
        error={tried && why.trim() === '' ? t('ask.whyMissing') : null}
      >
        {(ids) => (
          <textarea
            {...ids}
            className={styles.why}
            rows={3}
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </FieldShell>
      {error !== null && <Notice tone="danger">{problemText(error)}</Notice>}
      <FormActions>
        <Button type="submit" variant="main" busy={state === 'busy'}>
          {t('ask.send')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('ask.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
