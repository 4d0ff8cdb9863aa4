import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';

/** The shape of a page with a title and a long list. */
export function PageSkeleton() {
  const { t } = useTexts(commonTexts);
  return (
    <Page>
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={360} />
        <SkeletonBlock height={16} width={420} />
        <SkeletonRows rows={6} />
      </Skeleton>
    </Page>
  );
}
