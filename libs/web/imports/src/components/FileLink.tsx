import { Icon, LinkButton } from '@lms/web-ui';
import type { ReactNode } from 'react';

/** Downloads a file that the server makes. */
export function FileLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <LinkButton to={to} reloadDocument download>
      <Icon name="download" size={18} />
      {children}
    </LinkButton>
  );
}
