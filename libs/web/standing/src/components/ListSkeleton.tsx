import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { standingTexts } from '../texts.js';

/** The shape of a page with one long table. */
export function ListSkeleton() {
  const { t } = useTexts(standingTexts);
  return (
    <Page>
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={360} />
        <SkeletonBlock height={16} width={420} />
        <SkeletonRows rows={8} />
      </Skeleton>
    </Page>
  );
}
