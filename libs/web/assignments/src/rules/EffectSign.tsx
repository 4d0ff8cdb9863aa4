import type { RulePreview } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { useEffect, useRef } from 'react';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

interface Props {
  preview: RulePreview;
  path: boolean;
  /** Asked for a moment ago: it stands further down, so the reader is taken there. */
  asked: boolean;
}

/** In numbers: who gains it and has it to do, who loses it and owes it still. */
export function EffectSign({ preview, path, asked }: Props) {
  const { t } = useTexts(ruleTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked) heading.current?.focus();
  }, [asked, preview.id]);
  const { gains, valid, exempt, oweAlready, oweStill, insteadOf } = preview;
  const some = (count: number, say: (people: string) => string) => (count > 0 ? [say(formatCount(count))] : []);
  const details = {
    gains: [
      ...some(gains - valid - exempt - oweAlready, (people) => t('preview.gainsTodo', { people })),
      ...some(oweAlready, (people) => t('preview.gainsOwed', { people })),
      ...some(valid, (people) => t('preview.gainsValid', { people })),
      ...some(exempt, (people) => t('preview.gainsExempt', { people })),
    ],
    loses: [
      ...insteadOf.map((title) => t('preview.losesInstead', { title })),
      ...some(oweStill, (people) => t(path ? 'preview.losesStayOn' : 'preview.losesStill', { people })),
      t('preview.losesDetail'),
    ],
    moves: [],
    keeps: [],
  };
  const rows = [
    ['gains', t('preview.gains')],
    ['loses', t('preview.loses')],
    ['moves', t(path ? 'preview.movesPath' : 'preview.moves')],
    ['keeps', t('preview.keeps')],
  ] as const;
  return (
    <section className={styles.sign} aria-labelledby="what-applying-does">
      <h2 id="what-applying-does" ref={heading} tabIndex={-1}>
        {t('preview.title')}
      </h2>
      <dl>
        {rows.map(([effect, label]) => (
          <div key={effect} data-effect={effect}>
            <dt>
              {label}
              {details[effect].map((detail) => (
                <small key={detail}>{detail}</small>
              ))}
            </dt>
            <dd>{formatCount(preview[effect])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
