import { ApiProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Notice } from '@lms/web-ui';
import { ruleTexts } from '../../texts/rules.js';

/** Why it was refused; where the facts have changed, looking again is one press away. */
export function EndProblem({ error, onLookAgain }: { error: Error | null; onLookAgain: () => void }) {
  const { t } = useTexts(ruleTexts);
  if (!error) return null;
  return (
    <Notice tone="danger">
      <p>{problemText(error)}</p>
      {error instanceof ApiProblem && error.code === 'facts-changed' && (
        <Button size="small" onClick={onLookAgain}>
          {t('ending.again')}
        </Button>
      )}
    </Notice>
  );
}
