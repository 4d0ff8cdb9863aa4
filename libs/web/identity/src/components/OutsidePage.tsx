import { usePageTitle, useTexts } from '@lms/web-platform';
import { Doorway, PageHeader } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { identityTexts } from '../texts.js';

/** A page before the frame: its title, a sentence, and usually one form. */
export function OutsidePage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useTexts(identityTexts);
  usePageTitle(title);
  return (
    <Doorway name={t('appName')}>
      <PageHeader title={title} lead={lead} />
      {children}
    </Doorway>
  );
}
