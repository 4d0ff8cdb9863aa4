import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { useState } from 'react';
import { commonTexts } from '../texts/common.js';

interface Props {
  label: string;
  /** What will happen. */
  text: string;
  /** Does it. */
  sure: string;
  busy: boolean;
  danger?: boolean;
  onSure: () => void;
}

/** A far-reaching act asks once more, in its place. */
export function ConfirmButton({ label, text, sure, busy, danger, onSure }: Props) {
  const { t } = useTexts(commonTexts);
  const [asking, setAsking] = useState(false);
  // Whoever leaves it is back on the button.
  const [left, setLeft] = useState(false);
  if (!asking) {
    return (
      <Button variant={danger ? 'danger' : 'usual'} autoFocus={left} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Notice>
      <p>{text}</p>
      <FormActions>
        <Button variant={danger ? 'danger' : 'usual'} busy={busy} onClick={onSure} autoFocus>
          {sure}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            setAsking(false);
            setLeft(true);
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Notice>
  );
}
