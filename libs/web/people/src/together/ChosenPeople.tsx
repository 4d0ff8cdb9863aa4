import type { PersonItem } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, type Chosen, ChosenBar, LinkButton } from '@lms/web-ui';
import { useState } from 'react';
import { InvitePeopleDialog } from '../invites/LazyInviteDialog.js';
import { inviteTexts } from '../texts/invites.js';
import { togetherTexts } from '../texts/together.js';
import { TogetherDialog } from './TogetherDialog.js';

/** What can be done with those who are selected in the directory. */
export function ChosenPeople({ chosen }: { chosen: Chosen<PersonItem> }) {
  const { t } = useTexts(togetherTexts);
  const { t: invites } = useTexts(inviteTexts);
  const [open, setOpen] = useState<'change' | 'invite' | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    chosen.clear();
  };
  const people = chosen.rows;
  return (
    <>
      <ChosenBar label={t('bar')} count={t('count', { count: people.length })} note={chosen.full && t('most')}>
        <LinkButton
          size="small"
          variant="main"
          to={paths.newRequest}
          state={{ people: people.map(({ id, name }) => ({ value: id, label: name })) }}
        >
          {t('assign')}
        </LinkButton>
        <LinkButton size="small" to={paths.bookSession({ people: people.map(({ id }) => id).join(',') })}>
          {t('book')}
        </LinkButton>
        <Button size="small" onClick={() => setOpen('change')}>
          {t('change')}
        </Button>
        <Button size="small" onClick={() => setOpen('invite')}>
          {invites('open')}
        </Button>
        <Button size="small" variant="quiet" onClick={chosen.clear}>
          {t('clear')}
        </Button>
      </ChosenBar>
      {open === 'change' && <TogetherDialog people={people} onClose={close} onDone={done} />}
      {open === 'invite' && <InvitePeopleDialog personIds={people.map(({ id }) => id)} onClose={close} onDone={done} />}
    </>
  );
}
