import { can, formatMoment, paths, problemText, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Notice, Page, PageHeader, Skeleton, SkeletonRows, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { brandingQuery, useUndoBranding } from './api.js';
import { BrandingForm } from './BrandingForm.js';
import { brandingTexts } from './branding-texts.js';
import styles from './branding.module.css';

/** Where administrators say what the platform is called and looks like. The People Team has the outcomes alone. */
export function SettingsPage() {
  const me = useMe();
  return can(me, 'settings.write') ? <Settings /> : <Navigate to={paths.outcomes} replace />;
}

function Settings() {
  const { t } = useTexts(brandingTexts);
  usePageTitle(t('title'));
  const { data } = useQuery(brandingQuery());
  const undo = useUndoBranding(data?.version ?? 0);
  const [saved, setSaved] = useState(false);
  if (!data)
    return (
      <Page>
        <PageHeader title={t('title')} lead={t('lead')} />
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={5} />
        </Skeleton>
      </Page>
    );
  const back = () =>
    undo.mutate(undefined, {
      onSuccess: () => {
        setSaved(true);
        toast(t('undone'));
      },
    });
  return (
    <Page width="wide">
      <PageHeader title={t('title')} lead={t('lead')} aside={<Link to={paths.outcomes}>{t('outcomes')}</Link>} />
      <div className={styles.state}>
        <p>
          {data.changedByName && data.changedAt
            ? t('changed', { name: data.changedByName, moment: formatMoment(data.changedAt) })
            : t('never')}
        </p>
        {data.version > 0 && (
          <Button size="small" busy={undo.isPending} onClick={back}>
            {t('undo')}
          </Button>
        )}
      </div>
      {undo.error && <Notice tone="danger">{problemText(undo.error)}</Notice>}
      {saved && (
        <Notice tone="good">
          <p>{t('saved')}</p>
          <Button size="small" onClick={() => window.location.reload()}>
            {t('see')}
          </Button>
        </Notice>
      )}
      <BrandingForm key={data.version} stored={data} onSaved={() => setSaved(true)} />
    </Page>
  );
}
