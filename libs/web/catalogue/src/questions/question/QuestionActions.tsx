import type { Question } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, LinkButton, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Confirm } from '../../components/Confirm.js';
import { useRetireQuestion } from '../api/save-question.js';
import { questionTexts } from '../texts.js';

interface Props {
  question: Question;
  /** Retiring is a change too: what is being typed goes on from the version after it. */
  onStep: (from: number, to: number) => void;
}

/** What can be done with a question besides changing it. */
export function QuestionActions({ question, onStep }: Props) {
  const { t } = useTexts(questionTexts);
  const retire = useRetireQuestion(question.id);
  const [asking, setAsking] = useState(false);
  const turn = (off: boolean) =>
    retire.mutate(off, {
      onSuccess: ({ version }) => {
        // More than one step on, somebody else changed it as well, and saving has to say so.
        if (version === question.version + 1) onStep(question.version, version);
        toast(t(off ? 'edit.retiredDone' : 'edit.restoredDone'));
      },
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <LinkButton to={`${paths.newQuestion(question.bankId)}?from=${question.id}`}>{t('edit.duplicate')}</LinkButton>
      {question.retired ? (
        <Button busy={retire.isPending} onClick={() => turn(false)}>
          {t('edit.restore')}
        </Button>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('edit.retire')}</Button>
      )}
      {asking && (
        <Confirm
          title={t('edit.retireTitle')}
          text={t('edit.retireText')}
          action={t('edit.retire')}
          busy={retire.isPending}
          onConfirm={() => turn(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
