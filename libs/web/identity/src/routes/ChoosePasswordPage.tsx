import { meQuery, safeNext, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { ChangePasswordForm } from '../components/ChangePasswordForm.js';
import { OutsidePage } from '../components/OutsidePage.js';
import { identityTexts } from '../texts.js';

/** The first thing for somebody whose password was given to them. */
export function ChoosePasswordPage() {
  const { t } = useTexts(identityTexts);
  const [search] = useSearchParams();
  const me = useQuery(meQuery());
  if (me.data && !me.data.mustChangePassword) return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <OutsidePage title={t('choose.title')} lead={t('choose.lead')}>
      <ChangePasswordForm
        label={t('choose.title')}
        submitText={t('choose.submit')}
        onDone={() => toast(t('choose.saved'))}
      />
    </OutsidePage>
  );
}
