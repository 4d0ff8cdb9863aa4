import type { Me } from '@lms/contracts';
import { formatTime, meQuery, paths, useTexts } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useEndLooking } from '../api/impersonation.js';
import { lookingTexts } from '../texts/looking.js';
import styles from './looking.module.css';

/** Says through whose eyes one looks, on every page, and ends it; it ends by itself when the time is over. */
export function LookingBannerView({
  name,
  endsAt,
}: {
  name: string;
  endsAt: NonNullable<Me['impersonation']>['endsAt'];
}) {
  const { t } = useTexts(lookingTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const end = useEndLooking();
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: meQuery().queryKey });
    const timer = setTimeout(again, Math.max(0, Date.parse(endsAt) - Date.now()) + 4_000);
    return () => clearTimeout(timer);
  }, [client, endsAt]);
  const go = () => end.mutate(undefined, { onSuccess: () => void navigate(paths.support) });
  return (
    <aside className={styles.banner} aria-label={t('region')}>
      <div className={styles.inside}>
        <p role="status">{t('text', { name, time: formatTime(endsAt) })}</p>
        <button type="button" onClick={go} aria-busy={end.isPending || undefined}>
          {t('end')}
        </button>
      </div>
    </aside>
  );
}
