import { useTexts } from '@lms/web-platform';
import { Skeleton, SkeletonRows } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';

/** The shape of a list that is being read. */
export function ListSkeleton() {
  const { t } = useTexts(commonTexts);
  return (
    <Skeleton label={t('loading')}>
      <SkeletonRows rows={5} />
    </Skeleton>
  );
}
