import type { QuizAnswer, QuizRun } from '@lms/contracts';
import { useMe } from '@lms/web-platform';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { isAnswered } from '../answer-in-words.js';
import { browserKeptAnswers } from '../book/kept-answers.js';
import { placeText, readPlace, type RunPlace } from './place.js';

/** Where the learner is: in the address, so that "back" works; else where they were on this device; else the first open question. */
export function usePlace(run: QuizRun, answers: Readonly<Record<string, QuizAnswer | null>>) {
  const { personId } = useMe();
  const [params, setParams] = useSearchParams();
  const count = run.questions.length;
  const kept = useMemo(() => browserKeptAnswers(personId, run.id), [personId, run.id]);
  const [start] = useState(() => {
    const open = run.questions.findIndex((question) => !isAnswered(question, answers[question.id]));
    return readPlace(kept.place(), count) ?? Math.max(0, open);
  });
  const place: RunPlace = readPlace(params.get('question'), count) ?? start;
  const go = useCallback(
    (next: RunPlace) => {
      kept.keepPlace(placeText(next));
      setParams({ question: placeText(next) }, { preventScrollReset: true, flushSync: true });
    },
    [kept, setParams],
  );
  return { place, go };
}
