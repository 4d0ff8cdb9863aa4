import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { useMe, useTexts } from '@lms/web-platform';
import { Icon, MantineRoot, type Place } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { foundQuery } from './found.js';
import styles from './palette.module.css';
import { ShortcutSheet } from './ShortcutSheet.js';
import { paletteTexts } from './texts.js';
import type { Asked } from './use-shortcuts.js';

const [store, spotlight] = createSpotlight();

/** Finds people, courses, paths and pages by name; and tells which keys there are. Opens anew with each `asked`. */
export default function Palette({ places, asked }: { places: readonly Place[]; asked: { what: Asked } }) {
  const { t } = useTexts(paletteTexts);
  const [query, setQuery] = useState('');
  const [help, setHelp] = useState(false);
  useEffect(() => {
    if (asked.what === 'help') setHelp(true);
    else spotlight.open();
  }, [asked]);
  return (
    <MantineRoot>
      <Spotlight.Root
        store={store}
        shortcut={null}
        query={query}
        onQueryChange={setQuery}
        scrollable
        maxHeight="60vh"
        classNames={{
          ...{ header: styles.header, action: styles.action, actionLabel: styles.label },
          ...{ actionSection: styles.section, actionDescription: styles.detail },
        }}
        title={<span className={styles.title}>{t('title')}</span>}
      >
        <Spotlight.Search
          placeholder={t('search')}
          aria-label={t('title')}
          leftSection={<Icon name="search" size={20} />}
        />
        <Results places={places} query={query.trim()} />
        <Spotlight.Footer>
          <span className={styles.hint}>{t('hint')}</span>
        </Spotlight.Footer>
      </Spotlight.Root>
      <ShortcutSheet opened={help} onClose={() => setHelp(false)} />
    </MantineRoot>
  );
}

/** As the library itself marks what an arrow key has reached; it has no way of its own to begin with the first. */
function selectFirst(): void {
  const list = document.getElementById(store.getState().listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function Results({ places, query }: { places: readonly Place[]; query: string }) {
  const { t } = useTexts(paletteTexts);
  const navigate = useNavigate();
  const asked = useDeferredValue(query);
  const { data = [], isFetching } = useQuery(foundQuery(useMe(), asked));
  const pages = places.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
  const found = query.length > 1 ? data : [];
  const first = pages[0]?.to ?? found[0]?.found[0]?.key;
  // What stands first is what Enter opens, from the moment in which it stands there.
  useLayoutEffect(() => {
    if (query && first) selectFirst();
  }, [query, first]);
  return (
    <Spotlight.ActionsList>
      {pages.length > 0 && (
        <Spotlight.ActionsGroup label={t('groups.pages')}>
          {pages.map(({ to, label, icon }) => (
            <Spotlight.Action
              key={to}
              label={label}
              leftSection={<Icon name={icon} />}
              onClick={() => void navigate(to)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {found.map(({ group, found: some }) => (
        <Spotlight.ActionsGroup key={group} label={t(`groups.${group}`)}>
          {some.map(({ key, label, detail, to }) => (
            <Spotlight.Action key={key} label={label} description={detail} onClick={() => void navigate(to)} />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {pages.length + found.length === 0 && <Spotlight.Empty>{t(isFetching ? 'looking' : 'none')}</Spotlight.Empty>}
    </Spotlight.ActionsList>
  );
}
