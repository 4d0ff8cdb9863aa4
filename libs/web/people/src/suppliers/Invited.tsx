import type { SupplierInvited, SupplierPreview } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, LinkButton, Notice, toast } from '@lms/web-ui';
import { useInvite } from '../api/invite.js';
import { supplierTexts } from '../texts/suppliers.js';
import styles from './suppliers.module.css';

interface Props {
  invited: SupplierInvited;
  preview: SupplierPreview;
  onNext: () => void;
}

/** That it is done, how they get in, and what comes next. */
export function Invited({ invited: { organisationId, personId, way }, preview, onNext }: Props) {
  const { t } = useTexts(supplierTexts);
  const again = useInvite(personId);
  const { organisation, coordinator, address } = preview;
  return (
    <div className={styles.done}>
      <Notice tone="good">
        <b>{t('done.title', { name: coordinator.name })}</b> {t('done.text', { organisation: organisation.name })}{' '}
        {t(`done.${way}`, { address: address ?? '' })}
      </Notice>
      <FormActions>
        {way === 'card' && (
          <LinkButton variant="main" to={paths.signInCards(personId)}>
            {t('done.makeCard')}
          </LinkButton>
        )}
        {way === 'mail' && (
          <Button
            busy={again.isPending}
            onClick={() =>
              again.mutate(undefined, {
                onSuccess: () => toast(t('done.sent')),
                onError: (error) => toast(problemText(error), { tone: 'danger' }),
              })
            }
          >
            {t('done.again')}
          </Button>
        )}
        <LinkButton to={paths.crew(organisationId)}>{t('done.crew')}</LinkButton>
        <Button variant="quiet" onClick={onNext}>
          {t('done.next')}
        </Button>
      </FormActions>
    </div>
  );
}
