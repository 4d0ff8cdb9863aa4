import type { Consequences } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Notice, Skeleton, SkeletonRows } from '@lms/web-ui';
import { recordsTexts } from '../texts.js';
import { WhatFollows } from './WhatFollows.js';

interface Props {
  preview: { data: Consequences | undefined; error: Error | null; isFetching: boolean };
}

/** What follows, as soon as it is known; nothing while nothing was asked. */
export function Preview({ preview: { data, error, isFetching } }: Props) {
  const { t } = useTexts(recordsTexts);
  if (error) return <Notice tone="danger">{problemText(error)}</Notice>;
  if (data) return <WhatFollows consequences={data} />;
  if (!isFetching) return null;
  return (
    <Skeleton label={t('follows.waiting')}>
      <SkeletonRows rows={2} />
    </Skeleton>
  );
}
