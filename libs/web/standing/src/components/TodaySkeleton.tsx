import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { standingTexts } from '../texts.js';

/** The shape of Today while it loads. */
export function TodaySkeleton() {
  const { t } = useTexts(standingTexts);
  return (
    <Page>
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={360} />
        <SkeletonBlock height={16} width={420} />
        <SkeletonBlock height={340} round />
        <SkeletonBlock height={160} />
        <SkeletonRows />
      </Skeleton>
    </Page>
  );
}
