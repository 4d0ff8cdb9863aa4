import type { HandedIn, QuizRun } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { useEffect, useRef } from 'react';
import { useBook } from '../book/use-book.js';
import { quizTexts } from '../texts.js';
import { QuestionMap } from './QuestionMap.js';
import { QuestionPage } from './QuestionPage.js';
import { ReviewPage } from './ReviewPage.js';
import { RunNotices } from './RunNotices.js';
import { TimeLeft } from './TimeLeft.js';
import { usePlace } from './use-place.js';
import { useSaveReport } from './use-save-report.js';
import styles from './Run.module.css';

interface Props {
  run: QuizRun;
  title: string;
  /** It was begun just now, so the keyboard goes on from its first question. */
  fresh: boolean;
  onHandedIn: (handedIn: HandedIn) => void;
}

/** One open try: a question at a time, its map, the time, and the page before handing in. */
export function RunPage({ run, title, fresh, onHandedIn }: Props) {
  const { t } = useTexts(quizTexts);
  const { book, view } = useBook(run);
  const { place, go } = usePlace(run, view.answers);
  const { questions } = view.run;
  const question = place === 'review' ? undefined : questions[place];
  const said = useRef(onHandedIn);
  said.current = onHandedIn;
  useSaveReport(view);
  useEffect(() => {
    if (view.handedIn) said.current(view.handedIn);
  }, [view.handedIn]);

  // The keyboard and a screen reader go on at the heading of what is shown now.
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(fresh ? null : place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    heading.current?.focus();
  }, [place]);

  const over = view.handing !== 'no' && view.clock.left() === 0;
  return (
    <section className={styles.run} aria-label={t('run.label', { title })}>
      <RunNotices book={book} view={view} />
      <div className={styles.head}>
        <QuestionMap
          questions={questions}
          answers={view.answers}
          flagged={view.flagged}
          here={place === 'review' ? null : place}
          onGo={go}
        />
        <div>
          <TimeLeft clock={view.clock} onOver={() => void book.handIn()} />
        </div>
      </div>
      {over ? (
        <Notice>{t('time.over')}</Notice>
      ) : question && place !== 'review' ? (
        <QuestionPage
          key={question.id}
          heading={heading}
          question={question}
          index={place}
          count={questions.length}
          answer={view.answers[question.id] ?? null}
          flagged={view.flagged.includes(question.id)}
          onAnswer={(answer) => book.answer(question.id, answer)}
          onFlag={(on) => book.flag(question.id, on)}
          onGo={go}
        />
      ) : (
        <ReviewPage heading={heading} book={book} view={view} onGo={go} />
      )}
    </section>
  );
}
