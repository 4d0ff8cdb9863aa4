import { useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import type { Contents, ContentsItem } from '../protocol/messages.js';
import styles from './ContentsList.module.css';
import { scormTexts } from './texts.js';

interface Props {
  contents: Contents;
  onChoose: (identifier: string) => void;
}

/** The parts of a lesson in the package's own order, with how far each has come. Those that cannot be chosen are words only. */
export function ContentsList({ contents, onChoose }: Props) {
  return (
    <ol className={styles.list}>
      {contents.items.map((item, at) => (
        // Manifests repeat identifiers; the place in the list is what tells two parts apart.
        <li key={`${at} ${item.identifier}`} style={{ paddingInlineStart: `${Math.min(item.level, 4) * 16}px` }}>
          {item.state === 'group' ? (
            <span className={styles.group}>{item.title}</span>
          ) : (
            <PartRow item={item} here={item.identifier === contents.current} onChoose={onChoose} />
          )}
        </li>
      ))}
    </ol>
  );
}

function PartRow({ item, here, onChoose }: { item: ContentsItem; here: boolean; onChoose: Props['onChoose'] }) {
  const { t } = useTexts(scormTexts);
  if (item.state === 'group') return null;
  const state = here ? t('state.here') : t(`state.${item.state}`);
  const words = (
    <>
      <span className={styles.mark} data-state={here ? 'here' : item.state} aria-hidden>
        {item.state === 'done' && <Icon name="tick" />}
        {item.state === 'failed' && <Icon name="close" />}
      </span>
      <span>
        {item.title}
        <small>{item.may || here ? state : `${state}. ${t('notYet')}`}</small>
      </span>
    </>
  );
  return item.may && !here ? (
    <button type="button" className={styles.part} onClick={() => onChoose(item.identifier)}>
      {words}
    </button>
  ) : (
    <span className={styles.part} aria-current={here ? 'true' : undefined} data-still>
      {words}
    </span>
  );
}
