import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { recordsTexts } from '../texts.js';

/** The shape of a page with a form. */
export function Loading() {
  const { t } = useTexts(recordsTexts);
  return (
    <Page width="reading">
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={360} />
        <SkeletonRows rows={4} />
      </Skeleton>
    </Page>
  );
}
