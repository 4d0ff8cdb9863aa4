import { Modal } from '@mantine/core';
import { useTexts } from '@lms/web-platform';
import { phone, useMediaQuery } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { commonTexts } from '../texts/common.js';
import styles from './Dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A question or a short form over the page; the whole screen on a phone when it is a form. */
export function Dialog({ title, onClose, large, children }: Props & { large?: boolean }) {
  const { t } = useTexts(commonTexts);
  const narrow = useMediaQuery(phone);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={large ? 'lg' : 'md'}
      fullScreen={narrow && large}
      classNames={{ title: styles.title, body: styles.body, header: styles.header }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  );
}
