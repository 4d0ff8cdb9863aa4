import type { PersonRecord } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Empty, Section } from '@lms/web-ui';
import { standingTexts } from '../texts.js';
import { CourseTable } from './CourseTable.js';
import { HistoryTable } from './HistoryTable.js';
import { RouteSection } from './RouteSection.js';

/** The same record for the person and for whoever may see it. */
export function RecordView({ record, own }: { record: PersonRecord; own: boolean }) {
  const { t } = useTexts(standingTexts);
  return (
    <>
      {!own &&
        record.routes.map((route) => (
          <RouteSection key={route.enrolmentId} route={route} own={false} personId={record.personId} />
        ))}
      <Section title={t('record.courses')}>
        {record.courses.length === 0 ? (
          <Empty title={t(own ? 'record.coursesNone' : 'record.coursesNoneOther')} />
        ) : (
          <CourseTable record={record} own={own} />
        )}
      </Section>
      <Section title={t('record.history')}>
        {record.completions.length === 0 ? (
          <Empty title={t('record.historyNone')} text={t('record.historyNoneText')} />
        ) : (
          <HistoryTable record={record} />
        )}
      </Section>
    </>
  );
}
