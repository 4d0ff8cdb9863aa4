import type { QuestionBank, SaveBankRequest } from '@lms/contracts';
import { isProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictNotice } from '../../components/ConflictNotice.js';
import { Dialog } from '../../components/Dialog.js';
import { AreaField } from '../../fields/AreaField.js';
import { useKeptDraft } from '../../fields/use-kept-draft.js';
import { commonTexts } from '../../texts/common.js';
import { bankQuery } from '../api/bank.js';
import { useCreateBank, useSaveBank } from '../api/save-bank.js';
import { questionTexts } from '../texts.js';

interface Props {
  /** Null for a new one. */
  bank: QuestionBank | null;
  onDone: (id: string, title: string) => void;
  onClose: () => void;
}

const none: SaveBankRequest & { seen: number } = { title: '', description: '', seen: 0 };
const startOf = (bank: QuestionBank | null) =>
  bank ? { title: bank.title, description: bank.description, seen: bank.version } : none;

/** What a bank is called and what it covers. */
export function BankDialog({ bank, onDone, onClose }: Props) {
  const { t } = useTexts(questionTexts);
  const { t: common } = useTexts(commonTexts);
  const client = useQueryClient();
  const create = useCreateBank();
  const save = useSaveBank(bank?.id ?? '');
  const [empty] = useState(() => startOf(bank));
  const { draft, setDraft, forget, kept } = useKeptDraft(`question-bank.${bank?.id ?? 'new'}`, empty);
  const [tried, setTried] = useState(false);
  const error = create.error ?? save.error;
  const conflict = isProblem(error, 'changed-meanwhile');

  const send = (version: number) => {
    setTried(true);
    const request = { title: draft.title.trim(), description: draft.description.trim() };
    if (!request.title) return;
    const done = (id: string) => {
      forget();
      onDone(id, request.title);
    };
    if (bank) save.mutate({ request, version }, { onSuccess: () => done(bank.id) });
    else create.mutate(request, { onSuccess: ({ id }) => done(id) });
  };
  const fresh = () => client.fetchQuery({ ...bankQuery(bank?.id ?? ''), staleTime: 0 });
  const showTheirs = async () => {
    setDraft(startOf(await fresh()));
    save.reset();
  };
  const saveMine = async () => send((await fresh()).version);
  const cancel = () => {
    forget();
    onClose();
  };
  return (
    <Dialog title={t(bank ? 'bankForm.editTitle' : 'bankForm.newTitle')} onClose={onClose}>
      <Form onSubmit={() => send(draft.seen)} label={t('bankForm.label')}>
        {kept && !error && <Notice>{t('bankForm.kept')}</Notice>}
        {conflict && <ConflictNotice onTheirs={() => void showTheirs()} onMine={() => void saveMine()} />}
        {error && !conflict && <Notice tone="danger">{problemText(error)}</Notice>}
        <TextField
          label={t('bankForm.title')}
          maxLength={120}
          value={draft.title}
          error={tried && !draft.title.trim() ? t('bankForm.titleMissing') : null}
          onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          data-autofocus
        />
        <AreaField
          label={t('bankForm.description')}
          hint={t('bankForm.descriptionHint')}
          maxLength={2000}
          value={draft.description}
          onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={create.isPending || save.isPending}>
            {t(bank ? 'bankForm.save' : 'bankForm.create')}
          </Button>
          <Button variant="quiet" onClick={cancel}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
