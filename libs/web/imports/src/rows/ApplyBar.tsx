import type { Import } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, LinkButton, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { useImportChanges } from '../api/imports.js';
import { importTexts } from '../texts.js';
import styles from './rows.module.css';

/** Writes what is chosen. More people leaving than usual has to be said once more, by their number. */
export function ApplyBar({ shown }: { shown: Import }) {
  const { t } = useTexts(importTexts);
  const { apply } = useImportChanges(shown.id);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { counts, engaged, mostLeaving } = shown;
  const many = mostLeaving !== null && counts.chosenLeaving > mostLeaving;
  const send = () => {
    if (many && Number(typed) !== counts.chosenLeaving) {
      setProblem(t('apply.manyWrong', { leaving: counts.chosenLeaving }));
      return;
    }
    setBusy(true);
    setProblem(null);
    apply(many ? counts.chosenLeaving : undefined)
      .catch((error: unknown) => setProblem(problemText(error)))
      .finally(() => setBusy(false));
  };
  const columns = <LinkButton to={{ search: 'step=columns' }}>{t('apply.columns')}</LinkButton>;
  if (!shown.mine) return <Notice>{t('apply.notYours', { name: shown.createdByName })}</Notice>;
  if (counts.chosen === 0) {
    const over = shown.state === 'applied' || counts.unsure > 0 || counts.faulty > 0;
    return over ? (
      <div className={styles.bar}>{columns}</div>
    ) : (
      <Empty level={2} title={t('apply.nothing')} text={t('apply.nothingText')} action={columns} />
    );
  }
  return (
    <div className={styles.apply}>
      {many && (
        <div className={styles.many}>
          <p>{t('apply.many', { leaving: counts.chosenLeaving, engaged: engaged ?? 0 })}</p>
          <TextField
            label={t('apply.manyField')}
            inputMode="numeric"
            value={typed}
            error={problem}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      {problem && !many && <Notice tone="danger">{problem}</Notice>}
      <div className={styles.bar}>
        <Button variant="here" busy={busy} onClick={send}>
          {t('apply.do', { count: counts.chosen })}
        </Button>
        {columns}
      </div>
    </div>
  );
}
