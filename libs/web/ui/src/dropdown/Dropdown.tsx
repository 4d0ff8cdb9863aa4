import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Hidden } from '../base/Hidden.js';
import { Button } from '../button/Button.js';
import { Icon } from '../icons/Icon.js';
import type { IconName } from '../icons/icon-paths.js';
import styles from './Dropdown.module.css';

interface Props {
  label: string;
  /** What it is about, where several say the same: read out after the label. */
  about?: string;
  icon?: IconName;
  busy?: boolean;
  size?: 'small';
  /** On which side of the button it begins. */
  side?: 'start' | 'end';
  /** Whether it is open as it comes. */
  opened?: boolean;
  /** What is in it; `close` shuts it and gives the focus back. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens something small to choose from, beside what it is about. */
export function Dropdown({ label, about, icon, busy, size, side = 'start', ...props }: Props) {
  const [opened, setOpened] = useState(props.opened ?? false);
  return (
    <Popover
      {...{ opened }}
      onChange={setOpened}
      position={side === 'end' ? 'bottom-end' : 'bottom-start'}
      withinPortal={false}
      hideDetached={false}
      withOverlay
      overlayProps={{ fixed: true, backgroundOpacity: 0.4, className: styles.behind }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button {...{ busy, size }} onClick={() => setOpened(!opened)}>
          {icon && <Icon name={icon} size={18} />}
          {label}
          {about && <Hidden> {about}</Hidden>}
          <Icon name="down" size={16} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown}>
        {opened && props.children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
