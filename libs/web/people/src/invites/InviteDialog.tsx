import { can, paths, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, FormActions, LinkButton, Notice, Skeleton, SkeletonRows, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { invitesQuery, useInvitePeople } from '../api/invitations.js';
import { CheckField } from '../fields/CheckField.js';
import { Dialog } from '../forms/Dialog.js';
import { commonTexts } from '../texts/common.js';
import { inviteTexts } from '../texts/invites.js';
import styles from '../together/together.module.css';
import { InviteList } from './InviteList.js';

/** As many cards as are made at once. */
const MOST_CARDS = 60;

interface Props {
  personIds: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

/** Letting in those who are selected: looked at name by name, and then sent. */
export function InviteDialog({ personIds, onDone, onClose }: Props) {
  const { t } = useTexts(inviteTexts);
  const { t: common } = useTexts(commonTexts);
  const me = useMe();
  const navigate = useNavigate();
  const [again, setAgain] = useState(false);
  const request = { personIds: [...personIds], again };
  const { data: preview, error } = useQuery(invitesQuery(request));
  const invite = useInvitePeople();
  const problem = invite.error ?? error;
  const mails = preview?.mails ?? [];
  const cards = preview?.cards ?? [];
  const send = (facts: string) =>
    invite.mutate(
      { request, facts },
      {
        onSuccess: ({ invited }) => {
          const outbox = { text: t('outbox'), run: () => void navigate(paths.outbox) };
          toast(t('sent', { count: invited }), can(me, 'mail.read') ? { action: outbox } : {});
          onDone();
        },
      },
    );
  return (
    <Dialog title={t('title', { count: personIds.length })} onClose={onClose}>
      <p className={styles.lead}>{t('lead')}</p>
      {problem && <Notice tone="danger">{problemText(problem)}</Notice>}
      {!preview && !problem && (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      )}
      {preview && (
        <div className={styles.preview}>
          {mails.length === 0 ? (
            <h3>{t('noMails')}</h3>
          ) : (
            <InviteList
              title={t('mails', { count: mails.length })}
              items={mails.map((one) => ({ ...one, detail: one.address ?? one.organisationName }))}
            />
          )}
          {cards.length > 0 && (
            <>
              <InviteList
                title={t('cards', { count: cards.length })}
                items={cards.map((one) => ({ ...one, detail: one.organisationName }))}
              />
              <p className={styles.lead}>
                {cards.length > MOST_CARDS ? t('cardsMost', { count: MOST_CARDS }) : t('cardsText')}
              </p>
            </>
          )}
          {preview.leftOut.length > 0 && (
            <InviteList
              title={t('leftOut', { count: preview.leftOut.length })}
              items={preview.leftOut.map((one) => ({ ...one, detail: t(`reason.${one.reason}`) }))}
            />
          )}
          {(again || preview.leftOut.some(({ reason }) => reason === 'invited-already')) && (
            <CheckField label={t('again')} hint={t('againHint')} checked={again} onChange={setAgain} />
          )}
          {preview.unknown > 0 && <p>{t('unknown', { count: preview.unknown })}</p>}
          <FormActions>
            {mails.length > 0 && (
              <Button variant="main" busy={invite.isPending} onClick={() => send(preview.facts)}>
                {t('send', { count: mails.length })}
              </Button>
            )}
            {cards.length > 0 && cards.length <= MOST_CARDS && (
              <LinkButton
                variant={mails.length > 0 ? undefined : 'main'}
                to={paths.signInCards(cards.map(({ personId }) => personId).join(','))}
              >
                {t('makeCards', { count: cards.length })}
              </LinkButton>
            )}
            <Button variant="quiet" onClick={onClose}>
              {common('cancel')}
            </Button>
          </FormActions>
        </div>
      )}
    </Dialog>
  );
}
