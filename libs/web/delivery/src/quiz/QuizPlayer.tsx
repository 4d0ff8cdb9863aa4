import type { CommitResult, HandedIn, OpenedActivity } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, ErrorState, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { quizRunQuery } from './api/quiz-run.js';
import { quizStatusQuery } from './api/quiz-status.js';
import { ResultPage } from './result/ResultPage.js';
import { RunPage } from './run/RunPage.js';
import { StartPage } from './start/StartPage.js';
import { quizTexts } from './texts.js';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

/** A quiz: its rules, the try that is open, or the result that the address names. */
export function QuizPlayer({ opened, onDone }: Props) {
  const { t } = useTexts(quizTexts);
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  // Begun or handed in on this very page: the focus follows.
  const begun = useRef(false);
  const handed = useRef('');
  const status = useQuery(quizStatusQuery(opened.attemptId));
  const shownResult = params.get('result');
  const runId = shownResult ?? status.data?.openRun ?? '';
  const run = useQuery({ ...quizRunQuery(runId), enabled: runId !== '' });

  const started = () => {
    begun.current = true;
    setParams({ question: '1' }, { preventScrollReset: true });
  };
  const handedIn = ({ run: over, result }: HandedIn) => {
    begun.current = false;
    handed.current = over.id;
    client.setQueryData(quizRunQuery(over.id).queryKey, over);
    client.setQueryData(quizStatusQuery(opened.attemptId).queryKey, (old) => old && { ...old, openRun: null });
    void client.invalidateQueries({ queryKey: quizStatusQuery(opened.attemptId).queryKey });
    setParams({ result: over.id }, { replace: true });
    if (result.activityDone) onDone(result);
  };

  const error = status.data ? run.error : status.error;
  if (error && !run.data) {
    const again = () => void (status.data ? run.refetch() : status.refetch());
    return (
      <ErrorState
        title={t('failed')}
        text={t('failedText', { why: problemText(error) })}
        action={<Button onClick={again}>{t('again')}</Button>}
      />
    );
  }
  if (!status.data || (runId && !run.data)) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  if (!run.data || !runId) return <StartPage opened={opened} status={status.data} onStarted={started} />;
  if (run.data.state === 'handed-in')
    return (
      <ResultPage run={run.data} status={status.data} fresh={handed.current === run.data.id} onStarted={started} />
    );
  return <RunPage key={run.data.id} run={run.data} title={opened.title} fresh={begun.current} onHandedIn={handedIn} />;
}
