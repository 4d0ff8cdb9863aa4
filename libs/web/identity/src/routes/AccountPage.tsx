import { paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, FormActions, Page, PageHeader, Section, toast, useColourScheme } from '@lms/web-ui';
import { Link } from 'react-router';
import { useSignOut } from '../api/sign-out.js';
import { ChangePasswordForm } from '../components/ChangePasswordForm.js';
import { LookedAtList } from '../components/LookedAtList.js';
import { SessionList } from '../components/SessionList.js';
import { identityTexts } from '../texts.js';

export function AccountPage() {
  const { t } = useTexts(identityTexts);
  const me = useMe();
  const [scheme, setScheme] = useColourScheme();
  const everywhere = useSignOut('everywhere');
  usePageTitle(t('account.title'));
  const lead = [me.name, me.jobRole, me.organisationName].filter(Boolean).join(', ');
  return (
    <Page width="reading">
      <PageHeader title={t('account.title')} lead={lead} />
      <ChoiceField
        legend={t('account.look')}
        hint={t('account.lookHint')}
        value={scheme}
        onChange={setScheme}
        options={[
          { value: 'device', label: t('account.device') },
          { value: 'light', label: t('account.light') },
          { value: 'dark', label: t('account.dark') },
        ]}
      />
      <Section title={t('account.mails')}>
        <p>
          <Link to={paths.reminders}>{t('account.whichMails')}</Link>
        </p>
      </Section>
      <Section title={t('account.data')}>
        <p>
          <Link to={paths.myData}>{t('account.takeData')}</Link>
        </p>
      </Section>
      <Section title={t('account.changePassword')}>
        <ChangePasswordForm
          label={t('account.changePassword')}
          submitText={t('account.change')}
          onDone={() => toast(t('account.changed'))}
        />
      </Section>
      <Section title={t('account.secondStep')}>
        <p>{t('account.secondStepText')}</p>
        <p>
          <Link to={paths.mySecondStep}>{t('account.secondStep')}</Link>
        </p>
      </Section>
      <Section title={t('account.sessions')}>{(heading) => <SessionList labelledBy={heading} />}</Section>
      <LookedAtList />
      <Section title={t('account.everywhere')} aside={t('account.everywhereHint')}>
        <FormActions>
          <Button variant="danger" busy={everywhere.isPending} onClick={() => everywhere.mutate()}>
            {t('account.everywhere')}
          </Button>
        </FormActions>
      </Section>
    </Page>
  );
}
