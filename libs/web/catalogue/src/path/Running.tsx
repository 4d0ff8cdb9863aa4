import type { PathVersion } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Row, Rows, Section } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { affectedQuery } from '../api/affected.js';
import { pathTexts } from '../texts/paths.js';
import type { PathDraft } from './path-draft.js';
import styles from './Running.module.css';

interface Props {
  version: PathVersion;
  draft: Pick<PathDraft, 'change' | 'running'>;
  /** Left out where it only is to be read. */
  onChange?: (change: (draft: PathDraft) => PathDraft) => void;
}

/** What a new version means for those who are on an earlier one, and who they are. */
export function Running({ version, draft, onChange }: Props) {
  const { t } = useTexts(pathTexts);
  return (
    <Section title={t('running.title')}>
      <div className={styles.fields}>
        {onChange ? (
          <>
            <ChoiceField
              legend={t('running.change')}
              options={[
                { value: 'minor', label: t('running.minor') },
                { value: 'major', label: t('running.major') },
              ]}
              value={draft.change}
              onChange={(change) => onChange((old) => ({ ...old, change }))}
            />
            <ChoiceField
              legend={t('running.people')}
              hint={t(`running.${draft.running}Hint`)}
              options={[
                { value: 'stay', label: t('running.stay') },
                { value: 'move', label: t('running.move') },
              ]}
              value={draft.running}
              onChange={(running) => onChange((old) => ({ ...old, running }))}
            />
          </>
        ) : (
          <p>{t('running.read', { change: t(`running.${draft.change}`), people: t(`running.${draft.running}`) })}</p>
        )}
        {draft.running === 'move' && <Affected versionId={version.id} />}
      </div>
    </Section>
  );
}

/** How many and who: those who are not finished on an earlier version today. */
function Affected({ versionId }: { versionId: string }) {
  const { t } = useTexts(pathTexts);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(affectedQuery(versionId));
  if (!data) return <p aria-busy>{t('running.counting')}</p>;
  const people = data.pages.flatMap(({ items }) => items);
  const count = data.pages[0]?.people ?? 0;
  return (
    <div className={styles.people}>
      <h3 id={`${versionId}-affected`}>{t('running.affected', { count, people: formatCount(count) })}</h3>
      {count > 0 && (
        <Rows labelledBy={`${versionId}-affected`}>
          {people.map((one) => (
            <Row
              key={one.enrolmentId}
              title={<Link to={paths.personRecord(one.personId)}>{one.name}</Link>}
              detail={t('running.one', { ...one })}
            />
          ))}
        </Rows>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('running.more')}
        </Button>
      )}
    </div>
  );
}
