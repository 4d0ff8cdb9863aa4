import type { CommitResult } from '@lms/contracts';
import { formatMoment, problemText } from '@lms/web-platform';
import { Button, Notice } from '@lms/web-ui';
import { useMutation } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import styles from './ReadPromise.module.css';

interface Props {
  title: string;
  /** What pressing the button means. */
  children: ReactNode;
  button: string;
  /** It was done before: since when. */
  doneAt: string | null;
  doneText: (moment: string) => string;
  /** False while something has to be done first; `hint` says what. */
  ready?: boolean;
  hint?: string;
  send: () => Promise<CommitResult>;
  onDone: (result: CommitResult) => void;
}

/** The end of what is read: its reader says so, once. */
export function ReadPromise({ title, children, button, doneAt, doneText, ready = true, hint, send, onDone }: Props) {
  const heading = useId();
  const promise = useMutation({ mutationFn: send, onSuccess: onDone });
  const at = doneAt ?? (promise.isSuccess ? new Date(promise.submittedAt).toISOString() : null);
  return (
    <section className={styles.promise} aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {at ? (
        <p>{doneText(formatMoment(at))}</p>
      ) : (
        <>
          <div>{children}</div>
          {promise.error && <Notice tone="danger">{problemText(promise.error)}</Notice>}
          <Button
            variant="here"
            size="large"
            busy={promise.isPending}
            aria-disabled={!ready || undefined}
            onClick={() => ready && promise.mutate()}
          >
            {button}
          </Button>
          {!ready && hint && <p className={styles.hint}>{hint}</p>}
        </>
      )}
    </section>
  );
}
