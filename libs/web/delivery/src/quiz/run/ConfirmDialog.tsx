import { Button } from '@lms/web-ui';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './ConfirmDialog.module.css';

interface Props {
  title: string;
  go: string;
  stay: string;
  onGo: () => void;
  onStay: () => void;
  children: ReactNode;
}

/** A question over the page, by the browser's own dialog: it holds the focus, Escape leaves it, and the focus goes back. */
export function ConfirmDialog({ title, go, stay, onGo, onStay, children }: Props) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (typeof element?.showModal === 'function') element.showModal();
    else element?.setAttribute('open', '');
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      <div className={styles.actions}>
        <Button variant="main" onClick={onGo}>
          {go}
        </Button>
        <Button onClick={onStay}>{stay}</Button>
      </div>
    </dialog>
  );
}
