import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { builderTexts } from '../texts/builder.js';
import { commonTexts } from '../texts/common.js';
import styles from './ConflictNotice.module.css';

/** One field that two people have changed. Null where a value is no short text. */
export interface Clash {
  label: string;
  mine: string | null;
  theirs: string | null;
}

interface Props {
  /** Who was faster, as the API says it; a general sentence without it. */
  who?: string;
  clashes?: readonly Clash[];
  onTheirs: () => void;
  onMine: () => void;
}

/** Two people changed the same thing: nothing is lost until the reader chooses. */
export function ConflictNotice({ who, clashes = [], onTheirs, onMine }: Props) {
  const { t } = useTexts(commonTexts);
  const { t: builder } = useTexts(builderTexts);
  const shown = (text: string) => text || builder('conflict.empty');
  return (
    <Notice tone="danger">
      <p className={styles.text}>{who ?? t('conflict.title')}</p>
      {clashes.length > 0 && (
        <dl className={styles.clashes}>
          {clashes.map(({ label, mine, theirs }) => (
            <div key={label}>
              <dt>{label}</dt>
              {mine === null || theirs === null ? (
                <dd>{builder('conflict.other')}</dd>
              ) : (
                <>
                  <dd>
                    <span>{builder('conflict.mine')}</span> {shown(mine)}
                  </dd>
                  <dd>
                    <span>{builder('conflict.theirs')}</span> {shown(theirs)}
                  </dd>
                </>
              )}
            </div>
          ))}
        </dl>
      )}
      <FormActions>
        <Button size="small" onClick={onTheirs}>
          {clashes.length > 0 ? builder('conflict.useTheirs') : t('conflict.theirs')}
        </Button>
        <Button size="small" onClick={onMine}>
          {clashes.length > 0 ? builder('conflict.keepMine') : t('conflict.mine')}
        </Button>
      </FormActions>
    </Notice>
  );
}
