import type { SaveSchedule, ScheduledFormat, ScheduledList } from '@lms/contracts';
import { can, fieldProblem, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Form, FormActions, LinkButton, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { CadenceFields } from './CadenceFields.js';
import { listShown } from '../lists/list-shown.js';
import { NextTimes } from './NextTimes.js';
import { type Recipient, RecipientPicker } from './RecipientPicker.js';
import { scheduleTexts } from './schedule-texts.js';
import styles from './schedules.module.css';

export interface ScheduleValues extends Omit<SaveSchedule, 'recipientIds'> {
  recipients: Recipient[];
}
interface Props {
  list: ScheduledList;
  filters: Readonly<Record<string, string>>;
  start: ScheduleValues;
  /** Recipients whom the reader does not see any more. */
  unseen?: number;
  label: string;
  submitLabel: string;
  cancelTo: Parameters<typeof LinkButton>[0]['to'];
  /** Throws what went wrong. */
  onSubmit: (body: SaveSchedule) => Promise<void>;
}

const FORMATS = ['xlsx', 'csv', 'pdf'] as const satisfies readonly ScheduledFormat[];
/** How the matrix is put together is no filter. */
const counted = (filters: Props['filters']) => Object.keys(filters).filter((name) => name !== 'by').length;

/** When a list is made, as what, and for whom. */
export function ScheduleForm({ list, filters, start, unseen = 0, label, submitLabel, cancelTo, onSubmit }: Props) {
  const { t } = useTexts(scheduleTexts);
  const me = useMe();
  const [values, setValues] = useState(start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const set = (some: Partial<ScheduleValues>) => setValues((now) => ({ ...now, ...some }));
  const { name, format, cadence, recipients } = values;
  const missing = {
    name: tried && !name.trim() ? t('form.missingName') : null,
    at: tried && !cadence.at ? t('form.missingAt') : null,
    recipients: tried && recipients.length === 0 ? t('form.missingRecipients') : null,
  };
  const wrongRecipients = missing.recipients ?? fieldProblem(problem, 'recipientIds');
  const submit = async () => {
    setTried(true);
    if (busy || !name.trim() || !cadence.at || recipients.length === 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit({ name: name.trim(), format, cadence, recipientIds: recipients.map(({ id }) => id) });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <div className={styles.page}>
      <div>
        <p className={styles.narrowed}>
          {t('form.narrowed', { count: counted(filters) })}, <Link to={listShown(list, filters)}>{t('form.see')}</Link>
        </p>
        {['from', 'to', 'until'].some((day) => filters[day]) && (
          <div className={styles.fixed}>
            <Notice>{t('form.fixedDays')}</Notice>
          </div>
        )}
        <Form onSubmit={() => void submit()} label={label}>
          <TextField
            label={t('form.name')}
            hint={t('form.nameHint')}
            value={name}
            maxLength={80}
            error={missing.name ?? fieldProblem(problem, 'name')}
            onChange={({ target }) => set({ name: target.value })}
          />
          <CadenceFields value={cadence} onChange={(next) => set({ cadence: next })} error={missing.at} />
          <ChoiceField
            legend={t('form.format')}
            options={FORMATS.map((value) => ({ value, label: t(`formatChoice.${value}`) }))}
            value={format}
            onChange={(next) => set({ format: next })}
          />
          {can(me, 'people.read') ? (
            <RecipientPicker
              value={recipients}
              onChange={(next) => set({ recipients: next })}
              error={wrongRecipients}
            />
          ) : (
            <p className={styles.narrowed}>{t('form.recipientsOwn')}</p>
          )}
          {unseen > 0 && <Notice>{t('form.unseen', { count: unseen })}</Notice>}
          {problem !== null && !wrongRecipients && <Notice tone="danger">{problemText(problem)}</Notice>}
          <FormActions>
            <Button type="submit" variant="main" busy={busy}>
              {submitLabel}
            </Button>
            <LinkButton to={cancelTo}>{t('form.cancel')}</LinkButton>
          </FormActions>
        </Form>
      </div>
      <NextTimes cadence={cadence} />
    </div>
  );
}
