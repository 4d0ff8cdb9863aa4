import type { ErasureGround, ErasurePreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Form, FormActions, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useErasureChanges } from '../api/erasures.js';
import { AreaField } from '../shared/AreaField.js';
import { useDoing } from '../shared/use-doing.js';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';

const grounds = ['asked', 'period', 'mistake', 'other'] as const satisfies readonly ErasureGround[];

/** Proposes what the preview shows. When things have changed, the preview is read anew and what was typed stays. */
export function ProposeForm({ preview, tooSoon }: { preview: ErasurePreview; tooSoon: boolean }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const { propose } = useErasureChanges();
  const { busy, problem, run } = useDoing();
  const [ground, setGround] = useState<ErasureGround>('asked');
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState('');
  const [tried, setTried] = useState(false);
  const missing = { reason: reason.trim() === '', override: tooSoon && override.trim() === '' };
  const submit = () => {
    setTried(true);
    if (missing.reason || missing.override) return;
    const words = { reason: reason.trim(), override: tooSoon ? override.trim() : '' };
    void run(
      () => propose(preview.personId, { ground, ...words, digest: preview.digest }),
      () => toast(t('erase.proposed')),
    );
  };
  return (
    <Form onSubmit={submit} label={t('erase.propose')}>
      <ChoiceField
        legend={t('erase.ground')}
        value={ground}
        onChange={setGround}
        options={grounds.map((value) => ({ value, label: common(`ground.${value}`) }))}
      />
      <AreaField
        label={t('erase.reason')}
        hint={t('erase.reasonHint')}
        error={tried && missing.reason ? t('erase.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
      />
      {tooSoon && (
        <AreaField
          label={t('erase.override')}
          error={tried && missing.override ? t('erase.overrideMissing') : undefined}
          value={override}
          onChange={setOverride}
        />
      )}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <FormActions>
        <Button type="submit" variant="danger" busy={busy}>
          {t('erase.propose')}
        </Button>
      </FormActions>
    </Form>
  );
}
