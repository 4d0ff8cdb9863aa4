import { Modal } from '@mantine/core';
import { useTexts } from '@lms/web-platform';
import { phone, useMediaQuery, useReturnFocus } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { commonTexts } from '../texts/common.js';
import styles from './forms.module.css';

interface Props {
  title: string;
  onClose: () => void;
  /** Something was typed: only the buttons close it, so that no stray key or click loses it. */
  typed?: boolean;
  children: ReactNode;
}

/** A short form over the page; the whole screen on a phone. */
export function Dialog({ title, onClose, typed, children }: Props) {
  const { t } = useTexts(commonTexts);
  const narrow = useMediaQuery(phone);
  useReturnFocus();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size="lg"
      centered
      radius="lg"
      fullScreen={narrow}
      closeOnClickOutside={!typed}
      closeOnEscape={!typed}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not the library's own header: that is a second banner of the page to a screen reader. */}
        <div className={styles.header}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
