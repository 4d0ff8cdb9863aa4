import type { PersonRecord } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { RecordFiles } from '@lms/web-records';
import { Empty, Notice, Section } from '@lms/web-ui';
import { recordViewTexts } from '../texts/record.js';
import { BuddyLine } from './BuddyLine.js';
import { AsOfSection } from './AsOfSection.js';
import { CourseTable } from './CourseTable.js';
import { EvidenceTable } from './EvidenceTable.js';
import { HistoryTable } from './HistoryTable.js';
import { OutsideTable } from './OutsideTable.js';
import { RouteSection } from './RouteSection.js';

interface Props {
  record: PersonRecord;
  own: boolean;
  /** Whether the reader may correct it. */
  corrects?: boolean;
  /** Whether the reader may record for the person, and take that back. */
  records?: boolean;
}

/** The same record for the person and for whoever may see it. */
export function RecordView({ record, own, corrects = false, records = false }: Props) {
  const { t } = useTexts(recordViewTexts);
  const personId = own ? null : record.personId;
  return (
    <>
      {!record.whole && <Notice>{t('record.partly')}</Notice>}
      {!own &&
        record.routes.map((route) => (
          <RouteSection key={route.enrolmentId} route={route} own={false}>
            {route.buddy && <BuddyLine route={route} buddy={route.buddy} personId={record.personId} />}
          </RouteSection>
        ))}
      <Section title={t('record.courses')}>
        {record.courses.length === 0 ? (
          <Empty title={t(own ? 'record.coursesNone' : 'record.coursesNoneOther')} />
        ) : (
          <CourseTable
            record={record}
            whyPath={(courseId) => (own ? paths.why(courseId) : paths.whyOf(record.personId, courseId))}
          />
        )}
      </Section>
      <Section title={t('record.history')}>
        {record.completions.length === 0 ? (
          <Empty title={t('record.historyNone')} text={t('record.historyNoneText')} />
        ) : (
          <HistoryTable record={record} personId={personId} corrects={corrects} />
        )}
      </Section>
      {record.evidence.length > 0 && (
        <Section title={t('record.evidence')}>
          <EvidenceTable evidence={record.evidence} />
        </Section>
      )}
      {record.outside.length > 0 && (
        <Section title={t('record.outside')}>
          <OutsideTable record={record} corrects={records} />
        </Section>
      )}
      <RecordFiles personId={personId} whole={record.whole} />
      <AsOfSection personId={personId} today={record.today} />
    </>
  );
}
