import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { importTexts } from '../texts.js';

export function ImportSkeleton() {
  const { t } = useTexts(importTexts);
  return (
    <Page width="wide">
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={300} />
        <SkeletonBlock height={60} />
        <SkeletonRows rows={6} />
      </Skeleton>
    </Page>
  );
}
