import { useTexts } from '@lms/web-platform';
import { useSignOut } from '../api/sign-out.js';
import { identityTexts } from '../texts.js';

/** Signs out of this device; the frame gives it its look. */
export function SignOutButton() {
  const { t } = useTexts(identityTexts);
  const signOut = useSignOut('here');
  return (
    <button type="button" onClick={() => signOut.mutate()}>
      {t('signOut')}
    </button>
  );
}
