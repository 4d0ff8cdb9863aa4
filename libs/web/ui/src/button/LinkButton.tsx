import { Link, type LinkProps } from 'react-router';
import { classNames } from '../base/class-names.js';
import { lookAttributes, type ButtonLook } from './button-look.js';
import styles from './Button.module.css';

/** A verb that goes somewhere: a link that looks like a button. */
export function LinkButton({ variant, size, wide, className, ...rest }: ButtonLook & LinkProps) {
  return (
    <Link {...rest} {...lookAttributes({ variant, size, wide })} className={classNames(styles.button, className)} />
  );
}
