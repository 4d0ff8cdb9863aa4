import { useTexts } from '@lms/web-platform';
import { Button, Hidden, Notice, Plate, Row, Rows } from '@lms/web-ui';
import { useState, type RefObject } from 'react';
import { answerLines, isAnswered } from '../answer-in-words.js';
import type { AnswerBook } from '../book/answer-book.js';
import type { BookView } from '../book/book-view.js';
import { quizTexts } from '../texts.js';
import { ConfirmDialog } from './ConfirmDialog.js';
import type { RunPlace } from './place.js';
import { numbersOf } from './RunNotices.js';
import styles from './Run.module.css';

interface Props {
  heading: RefObject<HTMLHeadingElement | null>;
  book: AnswerBook;
  view: BookView;
  onGo: (place: RunPlace) => void;
}

/** All answers at a glance before they are handed in, with what is missing and what was flagged. */
export function ReviewPage({ heading, book, view, onGo }: Props) {
  const { t } = useTexts(quizTexts);
  const [asking, setAsking] = useState(false);
  const { questions } = view.run;
  const missing = questions
    .filter((question) => !isAnswered(question, view.answers[question.id]))
    .map((question) => question.id);
  const flagged = questions.filter((question) => view.flagged.includes(question.id)).map((question) => question.id);
  const busy = view.handing !== 'no';
  const list = (ids: string[]) => ({ count: ids.length, list: numbersOf(questions, ids) });
  return (
    <div className={styles.review}>
      <h2 ref={heading} tabIndex={-1}>
        {t('review.title')}
      </h2>
      <div className={styles.summary}>
        <p data-missing={missing.length > 0 || undefined}>
          {missing.length ? t('review.missing', list(missing)) : t('review.all')}
        </p>
        {flagged.length > 0 && <p>{t('review.flagged', list(flagged))}</p>}
      </div>
      <Rows label={t('review.list')}>
        {questions.map((question, index) => {
          const lines = answerLines(question, view.answers[question.id] ?? null);
          const done = !missing.includes(question.id);
          return (
            <Row
              key={question.id}
              mark={<Plate look={done ? 'ink' : 'outline'}>{index + 1}</Plate>}
              title={question.text}
              detail={
                <>
                  {lines.length ? lines.map((line) => <p key={line}>{line}</p>) : <p>{t('answer.none')}</p>}
                  {flagged.includes(question.id) && <Plate look="soft">{t('review.flag')}</Plate>}
                </>
              }
              action={
                <Button size="small" onClick={() => onGo(index)}>
                  {t(done ? 'review.change' : 'review.give')}
                  <Hidden>{t('review.named', { place: index + 1 })}</Hidden>
                </Button>
              }
            />
          );
        })}
      </Rows>
      {view.handing === 'waiting' && (
        <Notice>
          <div className={styles.notice}>
            <p>{t('review.waiting')}</p>
            <Button size="small" onClick={book.doNotHandIn}>
              {t('review.stop')}
            </Button>
          </div>
        </Notice>
      )}
      <div className={styles.steps}>
        <Button onClick={() => onGo(questions.length - 1)}>{t('review.back')}</Button>
        <Button variant="here" className={styles.onward} busy={busy} onClick={() => setAsking(true)}>
          {t(busy ? 'review.busy' : 'review.handIn')}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t('review.confirm')}
          go={t('review.go')}
          stay={t('review.stay')}
          onGo={() => {
            setAsking(false);
            void book.handIn();
          }}
          onStay={() => setAsking(false)}
        >
          {missing.length > 0 && (
            <p className={styles.missing}>{t('review.confirmMissing', { count: missing.length })}</p>
          )}
          <p>{t('review.confirmText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
