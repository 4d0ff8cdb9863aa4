import type { CommitResult, OpenedActivity, PracticalStatus } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Plate, Row, Rows, Section, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Paragraphs } from '../assess/components/Paragraphs.js';
import { useDoneElsewhere } from '../assess/components/use-done-elsewhere.js';
import { assessTexts } from '../assess/texts.js';
import { AskForSignature } from './AskForSignature.js';
import { practicalStatusQuery } from './practical-api.js';
import styles from './PracticalPlayer.module.css';
import { SignedBefore } from './SignedBefore.js';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

/** Something to show somebody: what they will look at, who may sign, and asking them to come. */
export function PracticalPlayer({ opened, onDone }: Props) {
  const { t } = useTexts(assessTexts);
  const { data: status } = useQuery(practicalStatusQuery(opened.attemptId));
  useDoneElsewhere(opened.done, status, onDone);
  const settings = opened.settings?.kind === 'practical' ? opened.settings : null;
  if (!status || !settings) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  const { items } = settings;
  return (
    <article className={styles.player}>
      <h2>{opened.title}</h2>
      {status.signOffs[0] && <SignedBefore items={items} signOffs={status.signOffs} />}
      {settings.instructions && <Paragraphs text={settings.instructions} />}
      {!status.done && <AskForSignature status={status} />}
      <Section
        title={t('practical.checklist')}
        aside={t(items.some(({ critical }) => critical) ? 'practical.criticalLead' : 'practical.everyLead')}
      >
        <Rows>
          {items.map((item) => (
            <Row
              key={item.id}
              title={<span className={styles.item}>{item.text}</span>}
              action={item.critical && <Plate look="ink">{t('practical.critical')}</Plate>}
            />
          ))}
        </Rows>
      </Section>
      {!status.done && (
        <Section title={t('practical.who')}>
          <Signers status={status} />
        </Section>
      )}
    </article>
  );
}

function Signers({ status }: { status: PracticalStatus }) {
  const { t } = useTexts(assessTexts);
  const { trainers, lineManagers, named } = status.signers;
  return (
    <ul className={styles.signers}>
      {lineManagers.length > 0 && <li>{t('practical.lineManagers', { names: lineManagers.join(', ') })}</li>}
      {trainers && <li>{t('practical.trainers')}</li>}
      {named.length > 0 && <li>{t('practical.namedPeople', { names: named.join(', ') })}</li>}
      <li className={styles.never}>{t('practical.never')}</li>
    </ul>
  );
}
