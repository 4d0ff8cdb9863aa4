import type { Question } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, LinkButton, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Confirm } from '../../components/Confirm.js';
import { useRetireQuestion } from '../api/save-question.js';
import { questionTexts } from '../texts.js';

/** What can be done with a question besides changing it. */
export function QuestionActions({ question }: { question: Question }) {
  const { t } = useTexts(questionTexts);
  const retire = useRetireQuestion(question.id);
  const [asking, setAsking] = useState(false);
  const turn = (off: boolean) =>
    retire.mutate(off, {
      onSuccess: () => toast(t(off ? 'edit.retiredDone' : 'edit.restoredDone')),
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
