import { paths, useTexts } from '@lms/web-platform';
import { LinkButton } from '@lms/web-ui';
import { outsideTexts } from './texts.js';

/** To the form for what somebody brings from outside. */
export function AddOutsideLink({ personId }: { personId: string }) {
  const { t } = useTexts(outsideTexts);
  return (
    <LinkButton variant="quiet" to={paths.recordOutside(personId)}>
      {t('add')}
    </LinkButton>
  );
}
