import type { RetentionSetting } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useSaveRetention } from '../api/retention.js';
import styles from '../shared/shared.module.css';
import { useDoing } from '../shared/use-doing.js';
import { commonTexts } from '../texts/common.js';
import { deskTexts } from '../texts/desk.js';

/** A whole number of its unit, or nothing for good; undefined for what is neither. */
const periodOf = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= 3650 ? number : undefined;
};

/** Sets one period, in its row. */
export function PeriodForm({ setting, onDone }: { setting: RetentionSetting; onDone: () => void }) {
  const { t } = useTexts(deskTexts);
  const { t: common } = useTexts(commonTexts);
  const save = useSaveRetention();
  const { busy, problem, run } = useDoing();
  const [typed, setTyped] = useState(setting.period === null ? '' : String(setting.period));
  const [wrong, setWrong] = useState(false);
  const submit = () => {
    const period = periodOf(typed);
    setWrong(period === undefined);
    if (period === undefined) return;
    void run(
      () => save(setting, period),
      () => {
        toast(t('saved'));
        onDone();
      },
    );
  };
  return (
    <Form onSubmit={submit} label={t(`period.${setting.kind}.name`)}>
      <div className={styles.short}>
        <TextField
          label={t(`period.${setting.kind}.label`)}
          hint={t('forGoodHint')}
          error={wrong ? t('number') : undefined}
          inputMode="numeric"
          value={typed}
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
        />
      </div>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <FormActions>
        <Button type="submit" variant="main" size="small" busy={busy}>
          {t('save')}
        </Button>
        <Button variant="quiet" size="small" onClick={onDone}>
          {common('cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
