import type { VersionState } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import styles from './VersionPlates.module.css';

const keys = {
  draft: 'state.draft',
  'in-review': 'state.inReview',
  published: 'state.published',
  retired: 'state.retired',
} as const;

export const stateKey = (state: VersionState) => keys[state];

/** The state of one version: filled once it is published, outlined while it is ahead. */
export function StatePlate({ state }: { state: VersionState }) {
  const { t } = useTexts(commonTexts);
  const look = state === 'published' ? 'ink' : state === 'in-review' ? 'soft' : 'outline';
  return <Plate look={look}>{t(stateKey(state))}</Plate>;
}

interface Item {
  publishedNumber: number | null;
  openVersion: { number: number; state: VersionState } | null;
}

/** What of a course or a path is in force, and what is being prepared. */
export function VersionPlates({ item }: { item: Item }) {
  return (
    <span className={styles.plates}>
      {item.publishedNumber !== null && <StatePlate state="published" />}
      {item.openVersion && <StatePlate state={item.openVersion.state} />}
      {item.publishedNumber === null && !item.openVersion && <StatePlate state="retired" />}
    </span>
  );
}
