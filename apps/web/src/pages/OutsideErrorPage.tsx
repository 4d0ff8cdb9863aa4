import { Doorway } from '@lms/web-ui';
import { brand } from '@lms/web-platform';
import { ErrorPage } from './ErrorPage.js';

/** The same where no frame stands around it: in the player, and before anybody is inside. */
export function OutsideErrorPage() {
  return (
    <Doorway brand={brand}>
      <ErrorPage />
    </Doorway>
  );
}
