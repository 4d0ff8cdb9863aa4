import type { MergePreview, MergeSide } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Button, Plate } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { oneOf } from '../shared/words.js';
import { mergeTexts } from '../texts/merges.js';
import { Lanes } from './Lanes.js';
import styles from './merges.module.css';

const roles = ['people-team', 'author', 'trainer', 'coordinator', 'auditor', 'administrator'] as const;

/** Both entries side by side, the one that stays first. */
export function MergeSides({ preview, onSwap }: { preview: MergePreview; onSwap: () => void }) {
  const { t } = useTexts(mergeTexts);
  return (
    <div className={styles.sides}>
      <Side side={preview.keep} stays />
      <div className={styles.between}>
        <Lanes />
        <Button size="small" onClick={onSwap}>
          {t('swap')}
        </Button>
      </div>
      <Side side={preview.merge} />
    </div>
  );
}

function Side({ side, stays = false }: { side: MergeSide; stays?: boolean }) {
  const { t } = useTexts(mergeTexts);
  const { engagements, contactEmail, phone, signInNames, completions, evidence, owed, begun, asked } = side;
  const counts = [
    t('completions', { count: completions }),
    evidence > 0 && t('evidence', { count: evidence }),
    t('owed', { count: owed }),
    begun > 0 && t('begun', { count: begun }),
    asked > 0 && t('asked', { count: asked }),
  ].filter((text): text is string => Boolean(text));
  const held = side.roles.flatMap((role) => oneOf(roles, role) ?? []);
  return (
    <section className={styles.side} data-stays={stays || undefined} aria-label={side.name}>
      <Plate look={stays ? 'ink' : 'outline'}>{stays ? t('stays') : t('joins')}</Plate>
      <h3>{side.name}</h3>
      <dl>
        <Fact name={t('employers')}>
          {engagements.map((e) => (
            <p key={`${e.organisationName} ${e.employeeNumber}`}>
              {[e.organisationName, e.jobRole, t('number', { number: e.employeeNumber })].join(', ')},{' '}
              {e.endsOn
                ? t('to', { from: formatDay(e.startsOn), to: formatDay(e.endsOn) })
                : t('from', { day: formatDay(e.startsOn) })}
            </p>
          ))}
        </Fact>
        <Fact name={t('contact')}>{lines([contactEmail, phone])}</Fact>
        <Fact name={t('signIn')}>{lines(signInNames)}</Fact>
        {held.length > 0 && <Fact name={t('roles')}>{lines(held.map((role) => t(`role.${role}`)))}</Fact>}
        <Fact name={t('record')}>{lines(counts)}</Fact>
      </dl>
    </section>
  );
}

const lines = (texts: readonly (string | null)[]) => texts.flatMap((text) => (text ? [<p key={text}>{text}</p>] : []));

function Fact({ name, children }: { name: string; children: readonly ReactNode[] }) {
  const { t } = useTexts(mergeTexts);
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children.length > 0 ? children : t('nothing')}</dd>
    </div>
  );
}
