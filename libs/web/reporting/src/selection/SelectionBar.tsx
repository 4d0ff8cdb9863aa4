import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, ChosenBar, LinkButton, toast } from '@lms/web-ui';
import { type ReactNode, useState } from 'react';
import { chase } from '../api/chase.js';
import { toolsTexts } from '../texts/tools.js';
import { chasedWords } from './chased-words.js';
import { type AskedCourse, requestState } from './request-state.js';
import { MOST_SELECTED, type Selection } from './use-selection.js';

interface Props {
  selection: Selection;
  course: AskedCourse | undefined;
  onClear: () => void;
  /** What else can be done with them here. */
  children?: ReactNode;
}

/** What can be done with those who are selected. Stays in sight. */
export function SelectionBar({ selection: { people }, course, onClear, children }: Props) {
  const { t } = useTexts(toolsTexts);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const remind = async () => {
    setBusy(true);
    try {
      setDone(chasedWords(t, await chase(people.map(({ personId }) => personId))));
    } catch (error) {
      toast(problemText(error), { tone: 'danger' });
    }
    setBusy(false);
  };
  return (
    <ChosenBar
      label={t('select.bar')}
      count={t('select.count', { count: people.length })}
      note={people.length === MOST_SELECTED && t('select.most', { count: MOST_SELECTED })}
      done={done}
    >
      <LinkButton size="small" variant="main" to={paths.newRequest} state={requestState(people, course)}>
        {t('select.assign')}
      </LinkButton>
      <Button size="small" busy={busy} onClick={() => void remind()}>
        {t('select.remind')}
      </Button>
      {children}
      <Button size="small" variant="quiet" onClick={onClear}>
        {t('select.clear')}
      </Button>
    </ChosenBar>
  );
}
