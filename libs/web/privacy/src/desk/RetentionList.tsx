import type { RetentionSetting } from '@lms/contracts';
import { can, formatDayOf, useMe, useTexts } from '@lms/web-platform';
import { Button, Hidden, Row, Rows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { retentionQuery } from '../api/retention.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import styles from '../shared/shared.module.css';
import { deskTexts } from '../texts/desk.js';
import { PeriodForm } from './PeriodForm.js';

/** How long what is kept; administrators change it. */
export function RetentionList() {
  const { t } = useTexts(deskTexts);
  const writes = can(useMe(), 'settings.write');
  const { data } = useQuery(retentionQuery());
  const [editing, setEditing] = useState<string | null>(null);
  if (!data) return <ListSkeleton />;
  return (
    <div className={styles.rows}>
      <p className={styles.quiet}>{t('periodsLead')}</p>
      <Rows label={t('view.retention')}>
        {data.items.map((setting) => (
          <Row
            key={setting.kind}
            title={t(`period.${setting.kind}.name`)}
            detail={
              <>
                <Facts setting={setting} />
                {editing === setting.kind && (
                  <PeriodForm key={setting.version} setting={setting} onDone={() => setEditing(null)} />
                )}
              </>
            }
            action={
              writes && editing !== setting.kind ? (
                <Button size="small" onClick={() => setEditing(setting.kind)}>
                  {t('change')}
                  <Hidden> {t(`period.${setting.kind}.name`)}</Hidden>
                </Button>
              ) : undefined
            }
          />
        ))}
      </Rows>
    </div>
  );
}

function Facts({
  setting: { kind, period, changedByName, changedAt, removed, lastAt },
}: {
  setting: RetentionSetting;
}) {
  const { t } = useTexts(deskTexts);
  return (
    <div className={styles.facts}>
      <p>
        <strong>{period === null ? t('forGood') : t(`period.${kind}.unit`, { count: period })}</strong>
      </p>
      <p>{t(`period.${kind}.hint`)}</p>
      {changedByName && changedAt && <p>{t('changedBy', { name: changedByName, day: formatDayOf(changedAt) })}</p>}
      {lastAt && <p>{t('removed', { count: removed, day: formatDayOf(lastAt) })}</p>}
    </div>
  );
}
