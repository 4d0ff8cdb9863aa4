import { useTexts } from '@lms/web-platform';
import { Button, FormActions } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import styles from './shared.module.css';

interface Props {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** The next page of a list, below it. */
export function MoreButton({ list }: Props) {
  const { t } = useTexts(commonTexts);
  if (!list.hasNextPage) return null;
  return (
    <div className={styles.more}>
      <FormActions>
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      </FormActions>
    </div>
  );
}
