import type { SupplierPreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, FormActions } from '@lms/web-ui';
import type { Choice } from '../fields/choice.js';
import { supplierTexts } from '../texts/suppliers.js';
import { WhatHappens } from './WhatHappens.js';
import { WhichIsIt } from './WhichIsIt.js';

interface Props {
  preview: SupplierPreview;
  busy: boolean;
  /** Which of those that are nearly alike it is; null for none of them. */
  onOrganisation: (choice: Choice | null) => void;
  onPerson: (choice: Choice | null) => void;
  onInvite: () => void;
  onChange: () => void;
}

/** What inviting would do; before that, whether what is known is meant. */
export function LookedAt({ preview, busy, onOrganisation, onPerson, onInvite, onChange }: Props) {
  const { t } = useTexts(supplierTexts);
  const { alike, perhaps, organisation, coordinator, holds } = preview;
  const asks = alike.length > 0 || perhaps.length > 0;
  return (
    <>
      {alike.length > 0 && (
        <WhichIsIt
          title={t('alike')}
          text={t('alikeText', { name: organisation.name })}
          items={alike.map(({ id, name, parentName }) => ({
            ...{ value: id, label: name, detail: parentName ? t('below', { name: parentName }) : undefined },
          }))}
          another={t('another')}
          onChoose={onOrganisation}
        />
      )}
      {perhaps.length > 0 && (
        <WhichIsIt
          title={t('perhaps')}
          text={t('perhapsText', { name: coordinator.name })}
          items={perhaps.map(({ personId, name, detail }) => ({ value: personId, label: name, detail }))}
          another={t('anotherPerson')}
          onChoose={onPerson}
        />
      )}
      {!asks && <WhatHappens preview={preview} />}
      <FormActions>
        {!asks && !holds && (
          <Button variant="main" busy={busy} onClick={onInvite}>
            {t('invite')}
          </Button>
        )}
        <Button onClick={onChange}>{t('change')}</Button>
      </FormActions>
    </>
  );
}
