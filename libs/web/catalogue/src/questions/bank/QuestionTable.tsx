import type { Question } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { DataTable, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { isSuspect, tellsOf } from '../question/statistics-words.js';
import { questionTexts } from '../texts.js';
import { typeKey } from '../type-names.js';
import styles from '../Questions.module.css';

/** Questions with how people answer them. */
export function QuestionTable({ questions }: { questions: readonly Question[] }) {
  const { t } = useTexts(questionTexts);
  return (
    <DataTable
      caption={t('bank.caption')}
      rows={questions}
      rowKey={(question) => question.id}
      columns={[
        {
          key: 'question',
          head: t('bank.question'),
          main: true,
          cell: (question) => (
            <span className={styles.question}>
              <Link to={paths.question(question.bankId, question.id)}>{question.text}</Link>
              {question.safetyCritical && <Plate look="danger">{t('critical')}</Plate>}
            </span>
          ),
        },
        { key: 'type', head: t('bank.type'), cell: ({ body }) => t(typeKey[body.type]) },
        { key: 'tags', head: t('bank.tags'), cell: ({ tags }) => tags.join(', ') },
        {
          key: 'answered',
          head: t('bank.answered'),
          align: 'right',
          cell: ({ statistics }) => (statistics.answered ? formatCount(statistics.answered) : ''),
        },
        {
          key: 'right',
          head: t('bank.right'),
          align: 'right',
          cell: ({ statistics: { rightPercent } }) =>
            rightPercent === null ? '' : t('bank.rightPercent', { percent: Math.round(rightPercent) }),
        },
        {
          key: 'tells',
          head: t('bank.tells'),
          tight: true,
          cell: ({ statistics }) =>
            statistics.discrimination === null ? (
              ''
            ) : (
              <span className={styles.tells} data-suspect={isSuspect(statistics) || undefined}>
                {t(`statistics.tells.${tellsOf(statistics.discrimination)}`)}
              </span>
            ),
        },
      ]}
    />
  );
}
