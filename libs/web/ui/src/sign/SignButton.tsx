import type { LinkProps } from 'react-router';
import { LinkButton } from '../button/LinkButton.js';
import { Icon } from '../icons/Icon.js';

/** The yellow one on the sign: the next thing to do, once per view. */
export function SignButton({ children, ...rest }: LinkProps) {
  return (
    <LinkButton variant="here" size="large" {...rest}>
      {children}
      <Icon name="onward" size={18} />
    </LinkButton>
  );
}
