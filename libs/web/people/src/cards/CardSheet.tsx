import type { SignInCards } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, FormActions, Page, PageHeader } from '@lms/web-ui';
import { createPortal } from 'react-dom';
import { Link } from 'react-router';
import { cardTexts } from '../texts/cards.js';
import styles from './card.module.css';
import { SignInCardView } from './SignInCardView.js';

/** The cards that were made, on the screen and on paper. */
export function CardSheet({ made, onDone }: { made: SignInCards; onDone: () => void }) {
  const { t } = useTexts(cardTexts);
  const cards = made.cards.map((card) => <SignInCardView key={card.personId} card={card} address={made.address} />);
  return (
    <Page width="wide">
      <PageHeader
        title={t('sheet.title', { count: made.cards.length })}
        lead={t('sheet.lead')}
        above={<Link to={paths.people}>{t('people')}</Link>}
      />
      <FormActions>
        <Button variant="main" onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
        <Button onClick={onDone}>{t('sheet.done')}</Button>
      </FormActions>
      <section className={styles.cards} aria-label={t('sheet.list')}>
        {cards}
      </section>
      {createPortal(<div className={styles.paper}>{cards}</div>, document.body)}
    </Page>
  );
}
