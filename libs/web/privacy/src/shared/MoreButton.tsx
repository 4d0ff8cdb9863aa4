import { useTexts } from '@lms/web-platform';
import { Button, FormActions } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';

interface Props {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** The next page of a list, below it. */
export function MoreButton({ list }: Props) {
  const { t } = useTexts(commonTexts);
  if (!list.hasNextPage) return null;
  return (
    <FormActions>
      <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>
    </FormActions>
  );
}
