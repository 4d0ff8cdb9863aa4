import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Notice, Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { bankQuery } from './api/bank.js';
import { questionQuery } from './api/questions.js';
import { copyOf, draftOf, emptyQuestion, type QuestionDraft } from './question/question-draft.js';
import { QuestionActions } from './question/QuestionActions.js';
import { QuestionEditor } from './question/QuestionEditor.js';
import { StatisticsLine } from './question/StatisticsLine.js';
import { questionTexts } from './texts.js';

/** One question of a bank, or a new one; `?from=` begins with a copy. */
export function QuestionPage() {
  const { t } = useTexts(questionTexts);
  const { bankId = '', questionId } = useParams();
  const [params] = useSearchParams();
  const from = params.get('from');
  const loadId = questionId ?? from ?? '';
  const { data: bank } = useQuery(bankQuery(bankId));
  const { data: loaded } = useQuery({ ...questionQuery(loadId), enabled: loadId !== '' });
  const [steps, setSteps] = useState<ReadonlyMap<number, number>>(new Map());
  const [another, setAnother] = useState<{ round: number; start: QuestionDraft } | null>(null);
  usePageTitle(t(questionId ? 'edit.title' : 'edit.newTitle'));
  if (!bank || (loadId && !loaded)) return <PageSkeleton />;
  const question = questionId ? (loaded ?? null) : null;
  const first = () => (loaded ? (question ? draftOf(loaded) : copyOf(loaded)) : emptyQuestion());
  const next = (draft: QuestionDraft) =>
    setAnother({
      round: (another?.round ?? 0) + 1,
      start: { ...emptyQuestion(), type: draft.type, tags: draft.tags, safetyCritical: draft.safetyCritical },
    });
  const name = question?.id ?? (from && !another ? `copy.${from}` : `new.${bankId}`);
  return (
    <Page width="wide">
      <PageHeader
        title={t(question ? 'edit.title' : 'edit.newTitle')}
        above={<Link to={paths.questionBank(bankId)}>{t('edit.back', { title: bank.title })}</Link>}
        lead={from && !another ? t('edit.duplicated') : undefined}
        aside={
          question && (
            <QuestionActions question={question} onStep={(from, to) => setSteps(new Map(steps).set(from, to))} />
          )
        }
      />
      {question && <StatisticsLine statistics={question.statistics} />}
      {question?.retired && <Notice>{t('edit.retiredNotice')}</Notice>}
      <QuestionEditor
        key={`${name}.${another?.round ?? 0}`}
        bank={bank}
        question={question}
        start={another?.start ?? first()}
        name={name}
        steps={steps}
        onAnother={next}
      />
    </Page>
  );
}
