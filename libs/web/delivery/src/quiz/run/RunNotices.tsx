import { problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, OfflineStrip } from '@lms/web-ui';
import type { AnswerBook } from '../book/answer-book.js';
import type { BookView } from '../book/book-view.js';
import { quizTexts } from '../texts.js';
import styles from './Run.module.css';

/** "3, 5 and 8" */
const listed = new Intl.ListFormat('en-GB');

/** The numbers of some questions, as a list in words. */
export const numbersOf = (questions: readonly { id: string }[], ids: readonly string[]): string =>
  listed.format(questions.flatMap((question, index) => (ids.includes(question.id) ? [String(index + 1)] : [])));

/** What stands in the way of saving, and what came from another window. */
export function RunNotices({ book, view }: { book: AnswerBook; view: BookView }) {
  const { t } = useTexts(quizTexts);
  const { elsewhere } = view;
  return (
    <>
      {view.offline && view.handing === 'no' && (
        <div className={styles.strip}>
          <OfflineStrip
            title={t('run.offline')}
            text={view.keeps ? t('run.offlineText', { count: view.waiting }) : t('run.notKept')}
          />
        </div>
      )}
      {elsewhere.length > 0 && (
        <Notice>
          <div className={styles.notice}>
            <p>{t('run.elsewhere', { count: elsewhere.length, list: numbersOf(view.run.questions, elsewhere) })}</p>
            <Button size="small" onClick={book.seenElsewhere}>
              {t('run.understood')}
            </Button>
          </div>
        </Notice>
      )}
      {view.error != null && (
        <Notice tone="danger">
          <div className={styles.notice}>
            <p>{t('run.refused', { why: problemText(view.error) })}</p>
            <Button size="small" onClick={() => void book.flush()}>
              {t('again')}
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}
