import type { Person } from '@lms/contracts';
import {
  can,
  formatDayOf,
  formatMoment,
  paths,
  problemText,
  type TextFunctions,
  type Texts,
  useMe,
  useTexts,
} from '@lms/web-platform';
import { Button, LinkButton, Notice, toast } from '@lms/web-ui';
import { useId, type ReactNode } from 'react';
import { useInvite } from '../api/invite.js';
import { personTexts } from '../texts/person.js';
import styles from './AccountCard.module.css';

interface Props {
  person: Person;
  /** An invitation was asked for a moment ago: a second one is not offered before the first has gone out. */
  inviting?: boolean;
}

/** How to reach the person and how they sign in, on a white sign. An account that nobody was invited to is the next thing. */
export function AccountCard({ person, inviting = false }: Props) {
  const { t } = useTexts(personTexts);
  const heading = useId();
  const invite = useInvite(person.id);
  const me = useMe();
  const writes = can(me, 'people.write');
  const { account, contactEmail, phone } = person;
  const reachable = Boolean(contactEmail) || person.engagements.some((engagement) => engagement.workEmail);
  const waits = !inviting && !account.hasPassword && person.status !== 'left';
  const nameless = account.hasPassword && account.signInName === null && person.status !== 'left';
  const send = () =>
    invite.mutate(undefined, { onSuccess: () => toast(t('account.invitedNow', { name: person.name })) });
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h2 id={heading}>{t('account.title')}</h2>
      <dl>
        <Fact name={t('account.signInName')}>{account.signInName ?? t('account.noName')}</Fact>
        <Fact name={t('account.password')}>{passwordWords(account, t)}</Fact>
        <Fact name={t('account.invited')}>
          {account.invitedAt
            ? formatMoment(account.invitedAt)
            : t(inviting ? 'account.beingInvited' : 'account.neverInvited')}
        </Fact>
        <Fact name={t('account.lastSignIn')}>
          {account.lastSignInAt ? formatMoment(account.lastSignInAt) : t('account.never')}
        </Fact>
      </dl>
      <h3>{t('account.contact')}</h3>
      {contactEmail || phone ? (
        <dl>
          {contactEmail && (
            <Fact name={t('account.email')}>
              <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </Fact>
          )}
          {phone && (
            <Fact name={t('account.phone')}>
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            </Fact>
          )}
        </dl>
      ) : (
        <p>{t('account.noContact')}</p>
      )}
      {person.refusedAddresses.map((address) => (
        <div className={styles.note} key={address}>
          <Notice tone="danger">{t('account.refused', { address })}</Notice>
        </div>
      ))}
      {writes && nameless && <Notice>{t('account.nameless')}</Notice>}
      {invite.error && <Notice tone="danger">{problemText(invite.error)}</Notice>}
      {writes && waits && (
        <div className={styles.actions}>
          {reachable ? (
            <Button variant={account.invitedAt ? 'usual' : 'here'} wide busy={invite.isPending} onClick={send}>
              {t(account.invitedAt ? 'account.inviteAgain' : 'account.invite')}
            </Button>
          ) : (
            <p>{t('account.needsEmail')}</p>
          )}
        </div>
      )}
      {can(me, 'cards.write') && !reachable && person.status !== 'left' && (
        <div className={styles.actions}>
          <LinkButton to={paths.signInCards(person.id)} variant={account.hasPassword ? 'usual' : 'here'} wide>
            {t(account.hasPassword ? 'account.newCard' : 'account.makeCard')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

type Words = TextFunctions<typeof personTexts extends Texts<infer T> ? T : never>['t'];

/** A PIN that waits is no password yet, and one that is too old is none any more. */
function passwordWords({ pinUntil, hasPassword }: Person['account'], t: Words): string {
  if (!pinUntil) return t(hasPassword ? 'account.hasPassword' : 'account.noPassword');
  const over = Date.parse(pinUntil) < Date.now();
  return t(over ? 'account.cardOver' : 'account.cardUntil', { day: formatDayOf(pinUntil) });
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
