import type { MatrixView, SaveMatrixView } from '@lms/contracts';
import { can, paths, problemText, useMe, useTexts } from '@lms/web-platform';
import { Dropdown, IconButton, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useViewChanges, viewsQuery } from '../api/views.js';
import type { MatrixAddress } from '../matrix/use-matrix-filter.js';
import { toolsTexts } from '../texts/tools.js';
import { SaveView } from './SaveView.js';
import styles from './views.module.css';

/** The matrix as somebody has liked to see it: their own views, those of the People Team, and saving what is shown now. */
export function SavedViews({ address }: { address: MatrixAddress }) {
  const { t } = useTexts(toolsTexts);
  const me = useMe();
  const now = Object.fromEntries(
    Object.entries(address.filter).filter(([, value]) => value),
  ) as SaveMatrixView['filters'];
  return (
    <Dropdown label={t('views.label')} icon="flag" size="small">
      {(close) => (
        <>
          <Views now={now} onChosen={close} />
          <SaveView now={now} mayShare={can(me, 'assignments.decide')} />
        </>
      )}
    </Dropdown>
  );
}

function Views({ now, onChosen }: { now: SaveMatrixView['filters']; onChosen: () => void }) {
  const { t } = useTexts(toolsTexts);
  const { data } = useQuery(viewsQuery());
  const items = data?.items ?? [];
  if (items.length === 0) return <p className={styles.none}>{t('views.none')}</p>;
  const part = (label: string, some: readonly MatrixView[]) =>
    some.length > 0 && (
      <section className={styles.part}>
        <h2>{label}</h2>
        <ul>
          {some.map((view) => (
            <ViewLine key={view.id} {...{ view, now, onChosen }} />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {part(
        t('views.own'),
        items.filter(({ mine }) => mine),
      )}
      {part(
        t('views.team'),
        items.filter(({ mine }) => !mine),
      )}
    </>
  );
}

interface LineProps {
  view: MatrixView;
  now: SaveMatrixView['filters'];
  onChosen: () => void;
}

function ViewLine({ view, now, onChosen }: LineProps) {
  const { t } = useTexts(toolsTexts);
  const { add, replace, remove } = useViewChanges();
  const { name, mine, shared, byName } = view;
  const say = (change: Promise<unknown>, done: () => void) =>
    void change.then(done, (error: unknown) => toast(problemText(error), { tone: 'danger' }));
  const undo = { text: t('views.undo'), run: () => say(add({ name, shared, filters: view.filters }), () => undefined) };
  return (
    <li>
      <Link to={`${paths.matrix}?${new URLSearchParams(view.filters as Record<string, string>)}`} onClick={onChosen}>
        {name}
        {!mine && <small>{t('views.by', { name: byName })}</small>}
        {mine && shared && <small>{t('views.sharedMark')}</small>}
      </Link>
      <IconButton
        icon="redo"
        label={t('views.over', { name })}
        title={t('views.overShort')}
        onClick={() => say(replace(view, now), () => toast(t('views.replaced', { name })))}
      />
      <IconButton
        icon="close"
        label={t('views.remove', { name })}
        onClick={() => say(remove(view), () => toast(t('views.removed', { name }), { action: undo }))}
      />
    </li>
  );
}
