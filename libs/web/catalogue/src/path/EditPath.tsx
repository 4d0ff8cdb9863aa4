import type { Path, SavePathRequest } from '@lms/contracts';
import { ApiProblem, fieldProblem, isProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField, toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { pathQuery } from '../api/path.js';
import { useSavePath } from '../api/save-path.js';
import { ConflictNotice } from '../components/ConflictNotice.js';
import { Dialog } from '../components/Dialog.js';
import { AreaField } from '../fields/AreaField.js';
import { commonTexts } from '../texts/common.js';
import { pathTexts } from '../texts/paths.js';

const fieldsOf = ({ code, title, summary }: Path): SavePathRequest => ({ code, title, summary });

/** What a path is called; somebody else's change in between is shown before anything is lost. */
export function EditPath({ path, onClose }: { path: Path; onClose: () => void }) {
  const { t } = useTexts(pathTexts);
  const { t: common } = useTexts(commonTexts);
  const client = useQueryClient();
  const save = useSavePath(path.id);
  const [draft, setDraft] = useState(() => fieldsOf(path));
  const [seen, setSeen] = useState(path.version);
  const [tried, setTried] = useState(false);
  const conflict = isProblem(save.error, 'changed-meanwhile');
  const general = save.error && !conflict && !(save.error instanceof ApiProblem && save.error.fields.length > 0);
  const set = (change: Partial<SavePathRequest>) => setDraft({ ...draft, ...change });
  const [code, title] = [draft.code.trim(), draft.title.trim()];

  const send = (version: number) => {
    setTried(true);
    if (!code || !title) return;
    const done = () => {
      toast(t('edit.done'));
      onClose();
    };
    save.mutate({ request: { code, title, summary: draft.summary.trim() }, version }, { onSuccess: done });
  };
  const fresh = () => client.fetchQuery({ ...pathQuery(path.id), staleTime: 0 });
  const showTheirs = async () => {
    const theirs = await fresh();
    setDraft(fieldsOf(theirs));
    setSeen(theirs.version);
    save.reset();
  };
  const saveMine = async () => send((await fresh()).version);
  return (
    <Dialog title={t('edit.title')} onClose={onClose} large>
      <Form onSubmit={() => send(seen)} label={t('form.label')}>
        {conflict && <ConflictNotice onTheirs={() => void showTheirs()} onMine={() => void saveMine()} />}
        {general && <Notice tone="danger">{problemText(save.error)}</Notice>}
        <TextField
          label={common('form.title')}
          value={draft.title}
          maxLength={120}
          error={(tried && !title ? common('form.missingTitle') : null) ?? fieldProblem(save.error, 'title')}
          onChange={(event) => set({ title: event.target.value })}
        />
        <TextField
          label={common('form.code')}
          hint={common('form.codeHint', { example: t('form.example') })}
          value={draft.code}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          error={(tried && !code ? common('form.missingCode') : null) ?? fieldProblem(save.error, 'code')}
          onChange={(event) => set({ code: event.target.value })}
        />
        <AreaField
          label={common('form.summary')}
          hint={t('form.summaryHint')}
          value={draft.summary}
          maxLength={2000}
          error={fieldProblem(save.error, 'summary')}
          onChange={(event) => set({ summary: event.currentTarget.value })}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={save.isPending}>
            {t('edit.save')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
