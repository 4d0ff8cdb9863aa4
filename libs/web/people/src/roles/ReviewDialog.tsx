import type { GrantItem } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { formatDay, useMe, useTexts } from '@lms/web-platform';
import { toast } from '@lms/web-ui';
import { useReviewGrants } from '../api/grants.js';
import { DateField } from '../fields/DateField.js';
import { fieldOf } from '../forms/field-of.js';
import { FormDialog } from '../forms/FormDialog.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { useRoleName } from '../person/use-role-name.js';
import { rolesTexts } from '../texts/roles.js';
import styles from './roles.module.css';

interface Props {
  act: 'renew' | 'withdraw';
  grants: readonly GrantItem[];
  onDone: () => void;
  onClose: () => void;
}

/** Names every role that will end or go on before it does. */
export function ReviewDialog({ act, grants, onDone, onClose }: Props) {
  const { t } = useTexts(rolesTexts);
  const { today } = useMe();
  const roleName = useRoleName();
  const review = useReviewGrants(act);
  const count = grants.length;
  const renews = act === 'renew';
  const saved = useSavedForm({
    start: { values: { endsOn: renews ? addDays(today, 364) : today }, version: 0 },
    validate: ({ endsOn }): Record<string, string> => (endsOn ? {} : { endsOn: t('dialog.dayMissing') }),
    save: async ({ endsOn }) => {
      await review({ ids: grants.map(({ id }) => id), endsOn });
      return endsOn;
    },
    onSaved: (day) => {
      toast(t(renews ? 'dialog.renewed' : 'dialog.withdrawn', { count, day: formatDay(day) }));
      onDone();
    },
  });
  return (
    <FormDialog
      title={t(`dialog.${act}`, { count })}
      text={t(renews ? 'dialog.renewText' : 'dialog.withdrawText')}
      saved={saved}
      action={t(act)}
      danger={!renews}
      onClose={onClose}
    >
      <ul className={styles.which} aria-label={t('dialog.which')} tabIndex={0}>
        {grants.map((grant) => (
          <li key={grant.id}>
            <b>{grant.personName}</b> {roleName(grant)}
            {renews && grant.endsOn && <span className={styles.quiet}>{formatDay(grant.endsOn)}</span>}
          </li>
        ))}
      </ul>
      <DateField
        label={t(renews ? 'dialog.newLastDay' : 'dialog.lastDay')}
        today={today}
        {...fieldOf(saved.form)('endsOn')}
        hint={renews ? undefined : t('dialog.atOnce')}
      />
    </FormDialog>
  );
}
