import type { SaveMatrixView } from '@lms/contracts';
import { fieldProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, TextField, toast } from '@lms/web-ui';
import { type FormEvent, useState } from 'react';
import { useViewChanges } from '../api/views.js';
import { toolsTexts } from '../texts/tools.js';
import styles from './views.module.css';

interface Props {
  now: SaveMatrixView['filters'];
  mayShare: boolean;
}

/** Gives what is shown now a name. */
export function SaveView({ now, mayShare }: Props) {
  const { t } = useTexts(toolsTexts);
  const { add } = useViewChanges();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    setBusy(true);
    try {
      await add({ name: name.trim(), shared, filters: now });
      toast(t('views.saved', { name: name.trim() }));
      setName('');
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  const field = fieldProblem(problem, 'name');
  return (
    <form className={styles.save} onSubmit={(event) => void save(event)}>
      <TextField
        label={t('views.name')}
        value={name}
        maxLength={80}
        error={field}
        onChange={({ target }) => setName(target.value)}
      />
      {mayShare && (
        <label className={styles.check}>
          <input type="checkbox" checked={shared} onChange={({ target }) => setShared(target.checked)} />
          {t('views.shared')}
        </label>
      )}
      {problem !== null && !field && <Notice tone="danger">{problemText(problem)}</Notice>}
      <div>
        <Button type="submit" size="small" busy={busy}>
          {t('views.save')}
        </Button>
      </div>
    </form>
  );
}
