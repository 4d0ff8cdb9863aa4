import type { Question, QuestionBank } from '@lms/contracts';
import { ApiProblem, isProblem, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, LinkButton, Notice, toast } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConflictNotice } from '../../components/ConflictNotice.js';
import { useKeptDraft } from '../../fields/use-kept-draft.js';
import { commonTexts } from '../../texts/common.js';
import { questionQuery } from '../api/questions.js';
import { useAddQuestion, useSaveQuestion } from '../api/save-question.js';
import { questionTexts } from '../texts.js';
import { Preview } from './Preview.js';
import { draftOf, requestOf, type QuestionDraft } from './question-draft.js';
import { faultsOf } from './question-faults.js';
import { QuestionFields } from './QuestionFields.js';
import styles from './QuestionEditor.module.css';

interface Props {
  bank: QuestionBank;
  /** Null for a new one. */
  question: Question | null;
  start: QuestionDraft;
  /** What the draft is kept under on this device. */
  name: string;
  /** Versions that the reader's own steps on this page led on to. */
  steps: ReadonlyMap<number, number>;
  /** After adding: another new one, with the same tags. */
  onAnother: (draft: QuestionDraft) => void;
}

const latest = (seen: number, steps: ReadonlyMap<number, number>): number => {
  const next = steps.get(seen);
  return next === undefined ? seen : latest(next, steps);
};

/** A question and, beside it, how learners see it. What is typed is kept on this device until it is saved. */
export function QuestionEditor({ bank, question, start, name, steps, onAnother }: Props) {
  const { t } = useTexts(questionTexts);
  const { t: common } = useTexts(commonTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [empty] = useState(start);
  const { draft, setDraft, forget, kept } = useKeptDraft(`question.${name}`, empty);
  const add = useAddQuestion(bank.id);
  const save = useSaveQuestion(question?.id ?? '');
  const [tries, setTries] = useState(0);
  const columns = useRef<HTMLDivElement>(null);
  const error = add.error ?? save.error;
  const conflict = isProblem(error, 'changed-meanwhile');
  const faults = faultsOf(draft);
  const fields = error instanceof ApiProblem ? error.fields.map((field) => field.message) : [];

  // After a try that something is wrong with, typing goes on there.
  useEffect(() => {
    if (tries > 0) columns.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault] input')?.focus();
  }, [tries]);

  const leave = (text: string) => {
    forget();
    toast(text);
    void navigate(paths.questionBank(bank.id));
  };
  const send = (version: number, another = false) => {
    setTries((n) => n + 1);
    if (Object.keys(faults).length > 0) return;
    const request = requestOf(draft);
    if (question) return save.mutate({ request, version }, { onSuccess: () => leave(t('edit.saved')) });
    const added = () => {
      if (!another) return leave(t('edit.added'));
      forget();
      toast(t('edit.added'));
      onAnother(draft);
    };
    return add.mutate(request, { onSuccess: added });
  };
  const fresh = () => client.fetchQuery({ ...questionQuery(question?.id ?? ''), staleTime: 0 });
  const showTheirs = async () => {
    setDraft(draftOf(await fresh()));
    save.reset();
  };
  const saveMine = async () => send((await fresh()).version);
  const again = () => {
    setDraft(empty);
    setTries(0);
  };
  return (
    <div className={styles.columns} ref={columns}>
      <Form onSubmit={() => send(latest(draft.seen, steps))} label={t('edit.label')}>
        {kept && !error && (
          <Notice>
            <div className={styles.kept}>
              <span>{t('edit.kept')}</span>
              <Button size="small" onClick={again}>
                {t('edit.forget')}
              </Button>
            </div>
          </Notice>
        )}
        {conflict && <ConflictNotice onTheirs={() => void showTheirs()} onMine={() => void saveMine()} />}
        {error && !conflict && (
          <Notice tone="danger">
            <p>{problemText(error)}</p>
            {fields.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        )}
        <QuestionFields
          draft={draft}
          faults={tries > 0 ? faults : {}}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        {question && bank.usedBy.length > 0 && <p className={styles.note}>{t('edit.changes')}</p>}
        <FormActions>
          <Button type="submit" variant="main" busy={add.isPending || save.isPending}>
            {t(question ? 'edit.save' : 'edit.saveNew')}
          </Button>
          {!question && (
            <Button busy={add.isPending} onClick={() => send(0, true)}>
              {t('edit.saveAnother')}
            </Button>
          )}
          <LinkButton variant="quiet" to={paths.questionBank(bank.id)} onClick={forget}>
            {common('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
      <div className={styles.aside}>
        <Preview key={draft.type} draft={draft} />
      </div>
    </div>
  );
}
