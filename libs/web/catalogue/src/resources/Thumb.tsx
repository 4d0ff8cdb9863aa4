import type { ResourceItem, ResourceKind } from '@lms/contracts';
import { Icon, type IconName } from '@lms/web-ui';
import { useLibraryAddress } from './use-library-address.js';
import styles from './Thumb.module.css';

const ICONS: Readonly<Record<ResourceKind, IconName>> = {
  image: 'picture',
  video: 'film',
  document: 'document',
  file: 'file',
  package: 'package',
};

/** What a file looks like: a picture itself, the sign of its kind for the others. Its title stands beside it. */
export function Thumb({ resource }: { resource: Pick<ResourceItem, 'kind' | 'current'> }) {
  const address = useLibraryAddress()(resource.current.sha256);
  return (
    <span className={styles.thumb}>
      {resource.kind === 'image' && address ? (
        <img src={address} alt="" loading="lazy" decoding="async" />
      ) : (
        <Icon name={ICONS[resource.kind]} size={36} strokeWidth={1.4} />
      )}
    </span>
  );
}
