import type { ResourceItem } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { resourceTexts } from '../texts/resources.js';
import { factsOf } from './words.js';
import styles from './ResourceGrid.module.css';
import { Thumb } from './Thumb.js';

interface Props {
  label: string;
  resources: readonly ResourceItem[];
  /** What names a file: a link to it, or a button that chooses it. It covers the whole card. */
  name: (resource: ResourceItem) => ReactNode;
}

/** Files as cards, two in a row on a phone. */
export function ResourceGrid({ label, resources, name }: Props) {
  const { t } = useTexts(resourceTexts);
  return (
    <ul className={styles.grid} aria-label={label}>
      {resources.map((resource) => (
        <li key={resource.id} className={styles.card}>
          <Thumb resource={resource} />
          <div className={styles.words}>
            <span className={styles.name}>{name(resource)}</span>
            <span>{factsOf(resource.current)}</span>
            <span className={styles.foot}>
              <Plate look="soft">{t(`kind.${resource.kind}`)}</Plate>
              {resource.courses > 0 ? t('used', { count: resource.courses }) : t('unused')}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
