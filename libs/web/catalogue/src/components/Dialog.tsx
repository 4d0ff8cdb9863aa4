import { Modal } from '@mantine/core';
import { useTexts } from '@lms/web-platform';
import { phone, useMediaQuery, useReturnFocus } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { commonTexts } from '../texts/common.js';
import styles from './Dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  /** A form with several fields: the whole screen on a phone. */
  large?: boolean;
  children: ReactNode;
}

/** A question or a short form over the page. Its head is no `header`, which would be a second banner of the page. */
export function Dialog({ title, onClose, large, children }: Props) {
  const { t } = useTexts(commonTexts);
  const narrow = useMediaQuery(phone);
  useReturnFocus();
  return (
    <Modal.Root opened onClose={onClose} size={large ? 'lg' : 'md'} fullScreen={narrow && large} centered>
      <Modal.Overlay />
      <Modal.Content radius="lg">
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} size="lg" />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
