import { brand, SupportLine, usePageTitle } from '@lms/web-platform';
import { Doorway, PageHeader } from '@lms/web-ui';
import type { ReactNode } from 'react';

/** A page before the frame: its title, a sentence, and usually one form. */
export function OutsidePage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <Doorway brand={brand}>
      <PageHeader title={title} lead={lead} />
      {children}
      <SupportLine />
    </Doorway>
  );
}
