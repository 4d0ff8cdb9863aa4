import { Doorway } from '@lms/web-ui';
import { useTexts } from '@lms/web-platform';
import { appTexts } from '../texts.js';
import { ErrorPage } from './ErrorPage.js';

/** The same where no frame stands around it: in the player, and before anybody is inside. */
export function OutsideErrorPage() {
  const { t } = useTexts(appTexts);
  return (
    <Doorway name={t('name')}>
      <ErrorPage />
    </Doorway>
  );
}
