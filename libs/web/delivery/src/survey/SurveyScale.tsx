import type { SurveyAnswer, SurveyQuestion } from '@lms/contracts';
import { SCALE } from '@lms/domain';
import { useTexts } from '@lms/web-platform';

import { useId } from 'react';
import styles from './SurveyScale.module.css';
import { surveyTexts } from './texts.js';

interface Props {
  body: Extract<SurveyQuestion['body'], { type: 'scale' }>;
  answer: SurveyAnswer | null;
  labelledBy: string;
  onAnswer: (answer: SurveyAnswer) => void;
}

/** Five points in a row, each as large as a thumb; the words of both ends stand below and are read with their points. */
export function SurveyScale({ body, answer, labelledBy, onAnswer }: Props) {
  const { t } = useTexts(surveyTexts);
  const name = useId();
  const words: Readonly<Record<number, string>> = { 1: body.low, 5: body.high };
  const chosen = answer && 'scale' in answer ? answer.scale : null;
  return (
    <div role="radiogroup" aria-labelledby={labelledBy}>
      <div className={styles.points}>
        {SCALE.map((point) => (
          <label key={point} className={styles.point}>
            <input
              type="radio"
              name={name}
              aria-label={words[point] ? t('end', { point, words: words[point] }) : String(point)}
              checked={chosen === point}
              onChange={() => onAnswer({ scale: point })}
            />
            <span aria-hidden>{point}</span>
          </label>
        ))}
      </div>
      {(body.low || body.high) && (
        <p className={styles.ends} aria-hidden>
          <span>{body.low}</span>
          <span>{body.high}</span>
        </p>
      )}
    </div>
  );
}
