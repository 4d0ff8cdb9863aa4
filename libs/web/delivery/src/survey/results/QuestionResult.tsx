import type { SurveyQuestionResult } from '@lms/contracts';
import { SCALE } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { Distribution, type Share } from './Distribution.js';
import styles from './Results.module.css';
import { surveyResultTexts } from './texts.js';

type T = ReturnType<typeof useTexts<typeof surveyResultTexts.tree>>['t'];

/** What the answers to one question come to: how many gave each, or what was written. */
export function QuestionResult({ result }: { result: SurveyQuestionResult }) {
  const { t } = useTexts(surveyResultTexts);
  const { question, answered, counts, texts } = result;
  const shares = sharesOf(result, t);
  const average = question.body.type === 'scale' && answered > 0 ? averageOf(counts) : null;
  const facts = [t('answered', { count: answered }), ...(average ? [t('average', { average })] : [])];
  return (
    <Section title={question.text} aside={facts.join('. ')}>
      {answered === 0 ? (
        <p className={styles.nobody}>{t('nobody')}</p>
      ) : shares ? (
        <Distribution caption={question.text} shares={shares} of={answered} />
      ) : (
        <>
          <ul className={styles.texts} aria-label={t('texts')}>
            {[...Map.groupBy(texts, (text) => text)].map(([text, same]) => (
              <li key={text}>
                {text}
                {same.length > 1 && <span className={styles.same}>{t('same', { count: same.length })}</span>}
              </li>
            ))}
          </ul>
          {texts.length < answered && (
            <p className={styles.nobody}>{t('more', { shown: texts.length, count: answered })}</p>
          )}
        </>
      )}
    </Section>
  );
}

/** Null for texts. */
function sharesOf({ question: { body }, counts }: SurveyQuestionResult, t: T): Share[] | null {
  if ('choices' in body) return body.choices.map(({ id, text }) => ({ key: id, name: text, times: counts[id] ?? 0 }));
  if (body.type !== 'scale') return null;
  const words: Readonly<Record<number, string>> = { 1: body.low, 5: body.high };
  return SCALE.map((point) => ({
    key: String(point),
    name: words[point] ? t('point', { point, words: words[point] }) : String(point),
    times: counts[point] ?? 0,
  }));
}

/** "3.4" */
function averageOf(counts: SurveyQuestionResult['counts']): string {
  const sum = SCALE.reduce((total, point) => total + point * (counts[point] ?? 0), 0);
  const all = SCALE.reduce((total, point) => total + (counts[point] ?? 0), 0);
  return (sum / all).toFixed(1);
}
