import { useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { appTexts } from '../texts.js';

/** Before it is known who is there. */
export function Waiting() {
  const { t } = useTexts(appTexts);
  return (
    <Page>
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={40} width={320} />
        <SkeletonBlock height={240} round />
      </Skeleton>
    </Page>
  );
}
