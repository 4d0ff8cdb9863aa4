import type { CourseVersion, DraftStep } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Icon, LinkButton, phone, toast, useMediaQuery } from '@lms/web-ui';
import { useIsMutating } from '@tanstack/react-query';
import { SavedMark } from '../components/SavedMark.js';
import { useUndoKeys } from '../components/use-undo-keys.js';
import { builderTexts } from '../texts/builder.js';
import { stepText } from './step-text.js';
import { useDraftDesk } from './use-draft-desk.js';
import styles from '../components/DraftBar.module.css';

/** Undo and redo, whether all is saved, who else is here, and the way to the preview. */
export function EditorBar({ version }: { version: CourseVersion }) {
  const { t } = useTexts(builderTexts);
  const { desk, undo } = useDraftDesk(version);
  const saving = useIsMutating() > 0;
  const narrow = useMediaQuery(phone);
  const take = (way: 'undo' | 'redo') => {
    const step = desk?.[way];
    if (!step || undo.isPending) return;
    undo.mutate(way, {
      onSuccess: () => toast(t(way === 'undo' ? 'bar.undone' : 'bar.redone', { what: stepText(step, t) })),
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    });
  };
  useUndoKeys(take);
  const names = desk?.others.map(({ name }) => name) ?? [];
  return (
    <div className={styles.bar} role="group" aria-label={t('bar.label')}>
      <StepButton way="undo" step={desk?.undo ?? null} narrow={narrow} onTake={take} />
      <StepButton way="redo" step={desk?.redo ?? null} narrow={narrow} onTake={take} />
      <SavedMark saving={saving} />
      <p className={styles.others} role="status">
        {names.length > 0 && (
          <>
            <Icon name="people" size={16} />
            {t('bar.here', { count: names.length, names: names.join(', ') })}
          </>
        )}
      </p>
      <LinkButton to={paths.preview(version.id)} title={t('bar.previewHint')}>
        <Icon name="show" />
        {t('bar.preview')}
      </LinkButton>
    </div>
  );
}

interface StepProps {
  way: 'undo' | 'redo';
  step: DraftStep | null;
  narrow: boolean;
  onTake: (way: 'undo' | 'redo') => void;
}

function StepButton({ way, step, narrow, onTake }: StepProps) {
  const { t } = useTexts(builderTexts);
  const what = step ? stepText(step, t) : '';
  const word = t(`bar.${way}`);
  const named = what ? `${word}: ${what}` : word;
  return (
    <Button
      size="small"
      variant="quiet"
      title={named}
      aria-label={named}
      aria-disabled={!step || undefined}
      onClick={() => onTake(way)}
    >
      <Icon name={way} />
      {narrow ? null : word}
    </Button>
  );
}
