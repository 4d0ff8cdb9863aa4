import type { Rule } from '@lms/contracts';
import { can, formatDay, paths, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Notice, Plate, Section } from '@lms/web-ui';
import { Link, useNavigate } from 'react-router';
import { useStartVersion } from '../api/change-rule.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

/** Every version of a rule, the newest first; and the next one. */
export function Versions({ rule, shown }: { rule: Rule; shown: string }) {
  const { t } = useTexts(ruleTexts);
  const me = useMe();
  const navigate = useNavigate();
  const start = useStartVersion(rule.id);
  const open = rule.versions.some(({ state }) => state !== 'active' && state !== 'ended');
  return (
    <Section title={t('page.versions')}>
      <ul className={styles.versions}>
        {rule.versions.map((version) => (
          <li key={version.id}>
            <Link to={paths.rule(rule.id, version.id)} aria-current={version.id === shown ? 'true' : undefined}>
              {t('page.version', { number: version.number })}
            </Link>
            <Plate look={version.state === 'active' && !version.superseded ? 'ink' : 'outline'}>
              {version.state === 'active'
                ? version.superseded
                  ? t('state.superseded')
                  : version.effectiveOn > me.today
                    ? t('state.planned', { day: formatDay(version.effectiveOn) })
                    : t('state.in-force')
                : t(`state.${version.state}`)}
            </Plate>
          </li>
        ))}
      </ul>
      {!open && can(me, 'rules.write') && (
        <>
          <Button
            busy={start.isPending}
            onClick={() => start.mutate(undefined, { onSuccess: () => void navigate(paths.rule(rule.id)) })}
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
