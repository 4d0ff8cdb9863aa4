import type { Rule } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { endPreviewQuery } from '../../api/endings.js';
import { ruleTexts } from '../../texts/rules.js';
import { AskEnd } from './AskEnd.js';
import { DecideEnd } from './DecideEnd.js';
import { Losing } from './Losing.js';

/** Ending a rule: who loses what it gives, then the decision, or the request to a second person. */
export function EndPart({ rule, write, onClose }: { rule: Rule; write: boolean; onClose: () => void }) {
  const { t } = useTexts(ruleTexts);
  const { data: preview, refetch } = useQuery(endPreviewQuery(rule.id));
  if (!preview)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonRows rows={4} />
      </Skeleton>
    );
  const again = () => void refetch();
  const path = rule.versions.some(
    ({ state, superseded, pathId }) => state === 'active' && !superseded && pathId !== null,
  );
  return (
    <>
      {rule.ending ? (
        <DecideEnd rule={rule} ending={rule.ending} preview={preview} write={write} onLookAgain={again} />
      ) : (
        write && <AskEnd rule={rule} preview={preview} onClose={onClose} onLookAgain={again} />
      )}
      <Losing ruleId={rule.id} preview={preview} path={path} />
    </>
  );
}
