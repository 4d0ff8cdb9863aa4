import type { PersonQuizzes } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField, toast } from '@lms/web-ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { giveMoreTries, personQuizzesQuery } from '../api/person-quizzes.js';
import { AreaField } from '../assess/fields/AreaField.js';
import { triesTexts } from './texts.js';

interface Props {
  person: Pick<PersonQuizzes, 'personId' | 'name'>;
  quiz: PersonQuizzes['items'][number];
  onClose: () => void;
}

const MOST = 20;

/** How many more, and why: the reason stays with the record. */
export function GiveTries({ person, quiz, onClose }: Props) {
  const { t } = useTexts(triesTexts);
  const client = useQueryClient();
  const [count, setCount] = useState('1');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const give = useMutation({
    mutationFn: (tries: number) => giveMoreTries(quiz.attemptId, { tries, reason: reason.trim() }),
    onSuccess: async ({ triesLeft }) => {
      toast(t('done', { name: person.name, count: triesLeft }));
      await client.invalidateQueries({ queryKey: personQuizzesQuery(person.personId).queryKey });
      onClose();
    },
  });
  const tries = /^\d{1,2}$/.test(count.trim()) ? Number(count) : 0;
  const wrong = tries < 1 || tries > MOST ? t('howWrong') : null;
  const missing = reason.trim() === '' ? t('reasonMissing') : null;
  const submit = () => {
    setTried(true);
    if (!wrong && !missing) give.mutate(tries);
  };
  return (
    <Form onSubmit={submit} label={`${t('give')}${t('giveFor', { title: quiz.title })}`}>
      <TextField
        label={t('how')}
        inputMode="numeric"
        value={count}
        maxLength={2}
        autoFocus
        error={tried ? wrong : null}
        onChange={(event) => setCount(event.target.value)}
      />
      <AreaField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={500}
        rows={2}
        error={tried ? missing : null}
        onChange={(event) => setReason(event.target.value)}
      />
      {give.error && <Notice tone="danger">{problemText(give.error)}</Notice>}
      <FormActions>
        <Button type="submit" variant="main" busy={give.isPending}>
          {t('confirm')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
