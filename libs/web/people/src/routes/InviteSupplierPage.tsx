import type { SupplierInvited, SupplierPreview } from '@lms/contracts';
import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { ErrorState, Page, PageHeader } from '@lms/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { Invited } from '../suppliers/Invited.js';
import { InviteForm } from '../suppliers/InviteForm.js';
import { supplierTexts } from '../texts/suppliers.js';

/** The People Team asks an organisation in, with somebody there who looks after its people. */
export function InviteSupplierPage() {
  const { t } = useTexts(supplierTexts);
  const me = useMe();
  const [done, setDone] = useState<{ invited: SupplierInvited; preview: SupplierPreview } | null>(null);
  usePageTitle(t('title'));
  const back = <Link to={paths.organisations}>{t('back')}</Link>;
  if (!can(me, 'organisations.write'))
    return (
      <Page>
        <ErrorState level={1} title={t('denied')} text={back} />
      </Page>
    );
  return (
    <Page width="reading">
      <PageHeader title={t('title')} lead={done ? undefined : t('lead')} above={back} />
      {done ? (
        <Invited {...done} onNext={() => setDone(null)} />
      ) : (
        <InviteForm onInvited={(invited, preview) => setDone({ invited, preview })} />
      )}
    </Page>
  );
}
