import type { Resource, ResourceKind } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, SearchField, SkeletonBlock } from '@lms/web-ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { resourceQuery, resourcesQuery } from '../api/resources.js';
import { catalogueKeys } from '../api/keys.js';
import { Dialog } from '../components/Dialog.js';
import { FileButton } from '../fields/FileButton.js';
import { resourceTexts } from '../texts/resources.js';
import styles from './LibraryPicker.module.css';
import { ACCEPTED } from './resource-file.js';
import { ResourceGrid } from './ResourceGrid.js';
import { Sending } from './Sending.js';
import { sendResource } from './send-resource.js';
import { useSend } from './use-send.js';

export type PickedResource = Pick<Resource, 'id' | 'kind' | 'title'>;

interface Props {
  title: string;
  /** What may be chosen, and uploaded. */
  kinds: readonly [ResourceKind, ...ResourceKind[]];
  onPick: (resource: PickedResource) => void;
  onClose: () => void;
}

/** One file of the library, found or uploaded on the spot. */
export function LibraryPicker({ title, kinds, onPick, onClose }: Props) {
  const { t } = useTexts(resourceTexts);
  const client = useQueryClient();
  const [q, setQ] = useState('');
  const [kind, setKind] = useState(kinds[0]);
  const found = useInfiniteQuery({ ...resourcesQuery({ q: q || undefined, kind }), throwOnError: false });
  const resources = found.data?.pages.flatMap((page) => page.items) ?? [];
  const { send, underway, error } = useSend(kinds, sendResource, async ({ id }) => {
    void client.invalidateQueries({ queryKey: catalogueKeys.resources });
    onPick(await client.fetchQuery(resourceQuery(id)));
  });
  return (
    <Dialog title={title} onClose={onClose} large>
      <div className={styles.tools}>
        <SearchField label={t('search')} value={q} onSearch={setQ} />
        <FileButton
          variant="main"
          accept={kinds.map((each) => ACCEPTED[each]).join(',')}
          onFiles={([file]) => file && send(file)}
        >
          {t('upload')}
        </FileButton>
      </div>
      {kinds.length > 1 && (
        <div className={styles.kinds} role="group" aria-label={t('filters')}>
          {kinds.map((each) => (
            <Button
              key={each}
              size="small"
              aria-pressed={each === kind}
              variant={each === kind ? 'main' : 'usual'}
              onClick={() => setKind(each)}
            >
              {t(`kinds.${each}`)}
            </Button>
          ))}
        </div>
      )}
      <Sending underway={underway} error={error} />
      <div className={styles.found}>
        {!found.data ? (
          <SkeletonBlock height={220} />
        ) : resources.length > 0 ? (
          <ResourceGrid
            label={t(`kinds.${kind}`)}
            resources={resources}
            name={(resource) => (
              <button
                type="button"
                aria-label={t('picker.choose', { title: resource.title })}
                onClick={() => onPick(resource)}
              >
                {resource.title}
              </button>
            )}
          />
        ) : (
          <Empty title={q ? t('none') : t('empty')} text={q ? t('noneText') : t('emptyText')} />
        )}
        {found.hasNextPage && (
          <FormActions>
            <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('picker.more')}
            </Button>
          </FormActions>
        )}
      </div>
    </Dialog>
  );
}
