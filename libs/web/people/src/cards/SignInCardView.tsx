import type { SignInCard } from '@lms/contracts';
import { brand, formatDayOf, useTexts } from '@lms/web-platform';
import { Logo, QrCode } from '@lms/web-ui';
import { cardTexts } from '../texts/cards.js';
import styles from './card.module.css';

interface Props {
  card: SignInCard;
  address: string;
}

/** One card as it is printed: white paper, on a dark screen too. The code leads to the sign-in and says nothing more. */
export function SignInCardView({ card, address }: Props) {
  const { t } = useTexts(cardTexts);
  return (
    <article className={styles.card}>
      <header>
        <Logo brand={brand} size={22} />
        <p>
          <b>{card.name}</b>
          {card.organisationName && <span>{card.organisationName}</span>}
        </p>
      </header>
      <dl>
        <div>
          <dt>{t('sheet.name')}</dt>
          <dd className={styles.name}>{card.signInName}</dd>
        </div>
        <div>
          <dt>{t('sheet.pin')}</dt>
          <dd className={styles.pin}>{`${card.pin.slice(0, 4)} ${card.pin.slice(4)}`}</dd>
        </div>
      </dl>
      <div className={styles.way}>
        <QrCode text={address} />
        <p>
          {t('sheet.scan')}
          <b>{address.replace(/^https?:\/\//, '')}</b>
        </p>
      </div>
      <footer>
        {t('sheet.once', { day: formatDayOf(card.expiresAt) })} {t('sheet.keep')}
      </footer>
    </article>
  );
}
