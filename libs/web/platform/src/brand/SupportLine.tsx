import { Fragment } from 'react';
import { registerTexts } from '../i18n/register-texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { brand } from './brand.js';

const texts = registerTexts('support-line', { help: 'Need help? ' });

/** Whom to ask when one cannot go on; nothing where nobody is named. */
export function SupportLine({ of: contact = brand.support }: { of?: typeof brand.support }) {
  const { t } = useTexts(texts);
  if (!contact || !(contact.name || contact.email || contact.phone)) return null;
  const { name, email, phone } = contact;
  const parts = [
    name,
    email && <a href={`mailto:${email}`}>{email}</a>,
    phone && (
      <a href={`tel:${phone.replace(/[^0-9+]/g, '')}`} style={{ whiteSpace: 'nowrap' }}>
        {phone}
      </a>
    ),
  ].filter(Boolean);
  return (
    <p style={{ marginTop: 24 }}>
      {t('help')}
      {parts.map((part, n) => (
        <Fragment key={n}>
          {n > 0 && ', '}
          {part}
        </Fragment>
      ))}
    </p>
  );
}
