import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../base/class-names.js';
import { lookAttributes, type ButtonLook } from './button-look.js';
import styles from './Button.module.css';

export type ButtonProps = ButtonLook & ComponentPropsWithRef<'button'> & { busy?: boolean };

/** A verb that acts. While `busy` it keeps the focus, says so to a screen reader, and does nothing more. */
export function Button({ variant, size, wide, busy, onClick, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      {...lookAttributes({ variant, size, wide })}
      type={busy ? 'button' : type}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      className={classNames(styles.button, className)}
      onClick={busy ? undefined : onClick}
    />
  );
}
