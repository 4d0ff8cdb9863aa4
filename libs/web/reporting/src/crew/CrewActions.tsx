import type { CrewPerson } from '@lms/contracts';
import { can, paths, problemText, useMe, useTexts } from '@lms/web-platform';
import { Dropdown, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { chase } from '../api/chase.js';
import { useParts } from '../parts/parts.js';
import { chasedWords } from '../selection/chased-words.js';
import { crewTexts } from '../texts/crew.js';
import { toolsTexts } from '../texts/tools.js';
import styles from './crew.module.css';

/** What can be done for one person, as far as the reader may. */
export function CrewActions({ person }: { person: CrewPerson }) {
  const { t } = useTexts(crewTexts);
  const { t: tools } = useTexts(toolsTexts);
  const me = useMe();
  const { pathname, search } = useLocation();
  const { InvitePeople } = useParts();
  const [busy, setBusy] = useState(false);
  const [inviting, setInviting] = useState(false);
  const { personId, name, late, access, hasMailbox } = person;
  const asks = can(me, 'assignments.write');
  const lets = can(me, 'cards.write');
  const remind = async () => {
    setBusy(true);
    try {
      toast(chasedWords(tools, await chase([personId])));
    } catch (error) {
      toast(problemText(error), { tone: 'danger' });
    }
    setBusy(false);
  };
  return (
    <>
      <Dropdown label={t('act.open')} about={t('act.for', { name })} size="small" side="end" busy={busy}>
        {(close) => (
          <ul className={styles.menu}>
            {asks && late > 0 && (
              <li>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    void remind();
                  }}
                >
                  {t('act.remind')}
                </button>
              </li>
            )}
            {asks && (
              <li>
                <Link to={`${paths.newRequest}?person=${personId}`}>{t('act.assign')}</Link>
              </li>
            )}
            {asks && (
              <li>
                <Link to={paths.bookSession({ people: personId })} state={{ from: pathname + search }}>
                  {t('act.book')}
                </Link>
              </li>
            )}
            {lets && (
              <li>
                <Link to={`${paths.sendEvidence}?person=${personId}`}>{t('act.evidence')}</Link>
              </li>
            )}
            {lets && hasMailbox && access !== 'own' && (
              <li>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    setInviting(true);
                  }}
                >
                  {t('act.invite')}
                </button>
              </li>
            )}
            {lets && !hasMailbox && (
              <li>
                <Link to={paths.signInCards(personId)}>{t(access === 'own' ? 'act.newCard' : 'act.card')}</Link>
              </li>
            )}
            <li>
              <Link to={paths.personRecord(personId)}>{t('act.record')}</Link>
            </li>
          </ul>
        )}
      </Dropdown>
      {inviting && (
        <InvitePeople personIds={[personId]} onClose={() => setInviting(false)} onDone={() => setInviting(false)} />
      )}
    </>
  );
}
