import type { PersonRecord } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { DataTable } from '@lms/web-ui';
import { recordViewTexts } from '../texts/record.js';

/** Cards and certificates from outside that somebody checked, newest first. */
export function EvidenceTable({ evidence }: { evidence: PersonRecord['evidence'] }) {
  const { t } = useTexts(recordViewTexts);
  return (
    <DataTable
      caption={t('record.evidence')}
      rows={evidence}
      rowKey={(item) => item.id}
      columns={[
        { key: 'for', head: t('record.evidenceFor'), main: true, cell: (item) => item.courseTitle },
        { key: 'issuer', head: t('record.issuer'), cell: (item) => item.issuer },
        { key: 'number', head: t('record.number'), cell: (item) => item.number },
        { key: 'issued', head: t('record.issued'), tight: true, cell: (item) => formatDay(item.issuedOn) },
        {
          key: 'expires',
          head: t('record.expires'),
          tight: true,
          cell: (item) => (item.expiresOn ? formatDay(item.expiresOn) : t('record.forLife')),
        },
        {
          key: 'checked',
          head: t('record.checked'),
          cell: (item) => t('record.checkedBy', { day: formatDay(item.checkedOn), name: item.checkedByName }),
        },
      ]}
    />
  );
}
