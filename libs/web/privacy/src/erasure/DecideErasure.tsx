import type { Erasure } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, Section, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useErasureChanges } from '../api/erasures.js';
import { AreaField } from '../shared/AreaField.js';
import { ConfirmButton } from '../shared/ConfirmButton.js';
import styles from '../shared/shared.module.css';
import { useDoing } from '../shared/use-doing.js';
import { erasureTexts } from '../texts/erasure.js';

/** The second person applies or refuses; whoever proposed it may take it back. */
export function DecideErasure({ erasure, changed }: { erasure: Erasure; changed: boolean }) {
  const { t } = useTexts(erasureTexts);
  const { approve, refuse, withdraw } = useErasureChanges();
  const { busy, problem, run } = useDoing();
  const [note, setNote] = useState('');
  const failed = problem && <Notice tone="danger">{problem}</Notice>;
  const { id, name, mine, toDecide } = erasure;
  if (!mine && !toDecide) return null;
  return (
    <Section title={t('decide')}>
      <div className={styles.part}>
        {mine && <p>{t('mine')}</p>}
        {toDecide && <AreaField label={t('note')} value={note} onChange={setNote} />}
        {failed}
        {mine ? (
          <Button
            busy={busy}
            onClick={() =>
              void run(
                () => withdraw(id),
                () => toast(t('withdrawn')),
              )
            }
          >
            {t('withdraw')}
          </Button>
        ) : (
          <FormActions>
            {!changed && (
              <ConfirmButton
                label={t('approve', { name })}
                text={t('sure')}
                sure={t('sureButton')}
                busy={busy}
                danger
                onSure={() =>
                  void run(
                    () => approve(id),
                    () => toast(t('applied')),
                  )
                }
              />
            )}
            <Button
              busy={busy}
              onClick={() =>
                void run(
                  () => refuse(id, note.trim()),
                  () => toast(t('refused')),
                )
              }
            >
              {t('refuse')}
            </Button>
          </FormActions>
        )}
      </div>
    </Section>
  );
}
