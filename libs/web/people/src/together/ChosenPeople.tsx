import type { PersonItem } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, type Chosen, ChosenBar, LinkButton } from '@lms/web-ui';
import { useState } from 'react';
import { togetherTexts } from '../texts/together.js';
import { TogetherDialog } from './TogetherDialog.js';

/** What can be done with those who are selected in the directory. */
export function ChosenPeople({ chosen }: { chosen: Chosen<PersonItem> }) {
  const { t } = useTexts(togetherTexts);
  const [changing, setChanging] = useState(false);
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
        <Button size="small" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
        <Button size="small" variant="quiet" onClick={chosen.clear}>
          {t('clear')}
        </Button>
      </ChosenBar>
      {changing && (
        <TogetherDialog
          people={people}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            chosen.clear();
          }}
        />
      )}
    </>
  );
}
