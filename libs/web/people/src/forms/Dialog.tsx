import { Modal } from '@mantine/core';
import { useTexts } from '@lms/web-platform';
import { phone, useMediaQuery } from '@lms/web-ui';
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
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      fullScreen={narrow}
      closeOnClickOutside={!typed}
      closeOnEscape={!typed}
      classNames={{ title: styles.title, body: styles.body, header: styles.header }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  );
}
