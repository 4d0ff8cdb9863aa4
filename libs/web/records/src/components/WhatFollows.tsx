import type { Consequences } from '@lms/contracts';
import { showCertificateCode } from '@lms/domain';
import { formatDay, useTexts } from '@lms/web-platform';
import { DataTable, Section, StandingLabel } from '@lms/web-ui';
import { recordsTexts } from '../texts.js';
import styles from './WhatFollows.module.css';

type Line = Consequences['courses'][number];

/** Where the last valid day says something; elsewhere it is long past. */
const counts: ReadonlySet<string> = new Set(['valid', 'expiring']);

/** What a correction changes, before it is made. */
export function WhatFollows({ consequences }: { consequences: Consequences }) {
  const { t } = useTexts(recordsTexts);
  const { courses, paths, certificates } = consequences;
  const cell = (line: Line['before']) => (line ? <Stands line={line} /> : t('follows.nothing'));
  return (
    <Section title={t('follows.title')}>
      {courses.length + paths.length + certificates.length === 0 && <p>{t('follows.none')}</p>}
      {courses.length > 0 && (
        <DataTable
          caption={t('follows.title')}
          rows={courses}
          rowKey={(line) => line.courseId}
          columns={[
            { key: 'course', head: t('follows.course'), main: true, cell: (line) => line.title },
            { key: 'before', head: t('follows.before'), cell: (line) => cell(line.before) },
            { key: 'after', head: t('follows.after'), cell: (line) => cell(line.after) },
          ]}
        />
      )}
      {paths.map(({ title, doneBefore, doneAfter, total }) => (
        <p key={title} className={styles.line}>
          {t('follows.path', { title, before: doneBefore, after: doneAfter, total })}
        </p>
      ))}
      {certificates.length > 0 && (
        <p className={styles.line}>
          {t('follows.certificates', {
            count: certificates.length,
            codes: certificates.map(showCertificateCode).join(', '),
          })}
        </p>
      )}
    </Section>
  );
}

function Stands({ line }: { line: Line['after'] }) {
  const { t } = useTexts(recordsTexts);
  const dates = [
    line.dueOn && t('follows.due', { day: formatDay(line.dueOn) }),
    line.validUntil && counts.has(line.standing) && t('follows.validTo', { day: formatDay(line.validUntil) }),
  ].filter(Boolean);
  return (
    <>
      <StandingLabel standing={line.standing} text={t(`standing.${line.standing}`)} /> {dates.join(', ')}
    </>
  );
}
