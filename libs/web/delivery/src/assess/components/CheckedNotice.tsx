import { paths, useTexts } from '@lms/web-platform';
import { FormActions, LinkButton, Notice } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { evidenceListQuery } from '../api/evidence.js';
import { assessTexts } from '../texts.js';
import styles from './CheckedNotice.module.css';

/** What was decided, and the way to the next one: a queue is worked through in one go. */
export function CheckedNotice({ id, name, how }: { id: string; name: string; how: 'accepted' | 'returned' }) {
  const { t } = useTexts(assessTexts);
  const { data } = useInfiniteQuery(evidenceListQuery('to-check', ''));
  const next = data?.pages.flatMap((page) => page.items).find((item) => item.id !== id);
  return (
    <Notice tone="good">
      <p className={styles.said}>{t(`check.${how}`, { name })}</p>
      <FormActions>
        {next && (
          <LinkButton variant="main" to={paths.evidenceItem(next.id)}>
            {t('check.next')}
          </LinkButton>
        )}
        <LinkButton to={paths.evidence}>{t('check.all')}</LinkButton>
      </FormActions>
    </Notice>
  );
}
