import { useTexts } from '@lms/web-platform';
import { Plate, QuestionAnswer, type GivenAnswer } from '@lms/web-ui';
import { useId, useState } from 'react';
import { questionTexts } from '../texts.js';
import { asAsked, solutionLines } from './as-asked.js';
import { previewTexts } from './preview-texts.js';
import { bodyOf, type QuestionDraft } from './question-draft.js';
import styles from './Preview.module.css';

/** The question as a learner meets it, while it is written. It can be tried; nothing of that is kept. */
export function Preview({ draft }: { draft: QuestionDraft }) {
  const { t } = useTexts(questionTexts);
  const heading = useId();
  const ask = useId();
  const [answer, setAnswer] = useState<GivenAnswer | null>(null);
  const body = bodyOf(draft);
  const solution = solutionLines(body).filter(Boolean);
  return (
    <section className={styles.preview} aria-labelledby={heading}>
      <h2 id={heading}>{t('edit.preview')}</h2>
      {draft.text.trim() === '' ? (
        <p className={styles.quiet}>{t('edit.none')}</p>
      ) : (
        <>
          <h3 id={ask} className={styles.ask}>
            {draft.text}
          </h3>
          {draft.safetyCritical && <Plate look="danger">{t('critical')}</Plate>}
          <QuestionAnswer
            body={asAsked(body)}
            answer={answer}
            labelledBy={ask}
            texts={previewTexts}
            onAnswer={setAnswer}
          />
          {solution.length > 0 && (
            <div className={styles.solution}>
              <h4>{t('edit.rightAnswer')}</h4>
              {solution.map((line, index) => (
                <p key={index}>{line}</p>
              ))}
              {draft.explanation.trim() && <p className={styles.quiet}>{draft.explanation}</p>}
            </div>
          )}
        </>
      )}
      <p className={styles.quiet}>{t('edit.previewText')}</p>
    </section>
  );
}
