import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { ErrorState, Page, PageHeader } from '@lms/web-ui';
import { Link, useNavigate } from 'react-router';
import { NewPersonForm } from '../person/NewPersonForm.js';
import { formTexts } from '../texts/form.js';

/** A new starter: who, with whom, how they sign in, and whether they are invited now. */
export function NewPersonPage() {
  const { t } = useTexts(formTexts);
  const me = useMe();
  const navigate = useNavigate();
  usePageTitle(t('new.title'));
  const back = <Link to={paths.people}>{t('new.back')}</Link>;
  if (!can(me, 'people.write'))
    return (
      <Page>
        <ErrorState level={1} title={t('new.denied')} text={back} />
      </Page>
    );
  return (
    <Page width="reading">
      <PageHeader title={t('new.title')} lead={t('new.lead')} above={back} />
      <NewPersonForm
        me={me}
        onAdded={(id, added) => void navigate(paths.person(id), { replace: true, state: { added } })}
      />
    </Page>
  );
}
