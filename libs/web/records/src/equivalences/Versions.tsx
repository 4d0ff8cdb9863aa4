import type { Equivalence } from '@lms/contracts';
import { can, paths, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Notice, Plate, Section } from '@lms/web-ui';
import { Link, useNavigate } from 'react-router';
import { useStartVersion } from './api.js';
import styles from './equivalences.module.css';
import { sayTerms } from './say.js';
import { equivalenceTexts } from './texts.js';

/** Every version, the newest first; and the next one. */
export function Versions({ equivalence, shown }: { equivalence: Equivalence; shown: string }) {
  const { t } = useTexts(equivalenceTexts);
  const me = useMe();
  const navigate = useNavigate();
  const start = useStartVersion(equivalence.id);
  const open = equivalence.versions.some(({ state }) => state === 'draft' || state === 'in-review');
  return (
    <Section title={t('page.versions')}>
      <ul className={styles.versions}>
        {equivalence.versions.map((version) => (
          <li key={version.id}>
            <span>
              <Link
                to={paths.equivalence(equivalence.id, version.id)}
                aria-current={version.id === shown ? 'true' : undefined}
              >
                {t('page.version', { number: version.number })}
              </Link>
              <span className={styles.below}>{sayTerms(version, t)}</span>
            </span>
            <Plate look={version.state === 'active' ? 'ink' : 'outline'}>
              {t(
                version.state === 'active' && version.toOn !== null && version.toOn < me.today
                  ? 'state.closed'
                  : `state.${version.state}`,
              )}
            </Plate>
          </li>
        ))}
      </ul>
      {!open && can(me, 'record.correct') && (
        <>
          <Button
            busy={start.isPending}
            onClick={() =>
              start.mutate(undefined, { onSuccess: () => void navigate(paths.equivalence(equivalence.id)) })
            }
          >
            {t('page.startVersion')}
          </Button>
          <p className={styles.quiet}>{t('page.startHint')}</p>
        </>
      )}
      {start.error && <Notice tone="danger">{problemText(start.error)}</Notice>}
    </Section>
  );
}
