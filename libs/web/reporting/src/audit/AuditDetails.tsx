import type { AuditItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Empty, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { auditEntryQuery } from '../api/audit.js';
import { fieldInWords } from './action-words.js';
import { auditTexts } from './audit-texts.js';
import styles from './audit.module.css';
import { AuditChanges } from './AuditChanges.js';
import type { AuditAddress } from './use-audit-filter.js';

/** What was said of an entry, what it changed, and the ways on from it. */
export function AuditDetails({ item, address }: { item: AuditItem; address: AuditAddress }) {
  const { t } = useTexts(auditTexts);
  const { data, isError, refetch } = useQuery(auditEntryQuery(item.id));
  if (isError)
    return <Empty title={t('failed')} action={<Button onClick={() => void refetch()}>{t('again')}</Button>} />;
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={72} />
      </Skeleton>
    );
  const { by, target, address: place } = item;
  return (
    <>
      {data.changes.length > 0 && <AuditChanges changes={data.changes} />}
      {data.detail.length > 0 && (
        <dl className={styles.said} aria-label={t('details')}>
          {data.detail.map(({ name, value }) => (
            <div key={name}>
              <dt>{fieldInWords(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {data.changes.length + data.detail.length === 0 && <p>{t('noDetails')}</p>}
      <p className={styles.ways}>
        {place && <span>{t('fromWhere', { address: place })}</span>}
        {by && <Link to={address.to({ actorId: by.id, entry: undefined })}>{t('onlyBy', { name: by.name })}</Link>}
        {target?.name && (
          <Link to={address.to({ targetId: target.id, entry: undefined })}>
            {t('onlyAbout', { name: target.name })}
          </Link>
        )}
      </p>
    </>
  );
}
