import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';

/** The shape of a page with a title and a long list. */
export function ListSkeleton() {
  const { t } = useTexts(commonTexts);
  return (
    <Page width="wide">
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={300} />
        <SkeletonBlock height={40} />
        <SkeletonRows rows={8} />
      </Skeleton>
    </Page>
  );
}
