import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { sessionTexts } from '../texts/sessions.js';

/** The shape of a page with a list. */
export function PageSkeleton() {
  const { t } = useTexts(sessionTexts);
  return (
    <Page width="reading">
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={320} />
        <SkeletonBlock height={16} width={420} />
        <SkeletonRows rows={5} />
      </Skeleton>
    </Page>
  );
}
