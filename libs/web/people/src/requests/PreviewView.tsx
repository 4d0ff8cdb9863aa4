import type { RequestPreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { DataTable, Notice, Section } from '@lms/web-ui';
import styles from '../assignments/assignments.module.css';
import { requestTexts } from '../texts/requests.js';

/** Who gets it, who has it already, and which lines named nobody. */
export function PreviewView({ preview }: { preview: RequestPreview }) {
  const { t } = useTexts(requestTexts);
  const { gaining, valid, asked, total, people, unmatched, needsSecond } = preview;
  return (
    <Section title={gaining === 0 ? t('getsNobody') : t('gets', { count: gaining })}>
      <div className={styles.preview}>
        {valid > 0 && <p>{t('valid', { count: valid })}.</p>}
        {asked > 0 && <p>{t('askedAlready', { count: asked })}.</p>}
        {needsSecond && <Notice>{t('second')}</Notice>}
        {unmatched.length > 0 && (
          <Notice tone="danger">
            <p>{t('unmatched')}</p>
            <ul>
              {unmatched.map(({ line, why }) => (
                <li key={line}>
                  {line} ({t(`unmatchedWhy.${why}`)})
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {people.length > 0 && (
          <DataTable
            caption={t('whom')}
            rows={people}
            rowKey={(person) => person.personId}
            columns={[
              { key: 'name', head: t('name'), main: true, cell: (person) => person.name },
              { key: 'organisation', head: t('organisation'), cell: (person) => person.organisationName },
              { key: 'has', head: t('has'), tight: true, cell: (person) => t(`hasWord.${person.has ?? 'none'}`) },
            ]}
          />
        )}
        {total > people.length && <p>{t('firstHundred', { count: total })}</p>}
      </div>
    </Section>
  );
}
