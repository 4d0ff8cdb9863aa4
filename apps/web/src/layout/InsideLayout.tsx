import { SignOutButton } from '@lms/web-identity';
import { NoticeBell } from '@lms/web-notifications';
import { brand, NavigationFocus, paths, useMe, useOnline, useTexts } from '@lms/web-platform';
import { Frame, OfflineStrip, UserBlock } from '@lms/web-ui';
import { lazy, Suspense, useState } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { appTexts } from '../texts.js';
import { FinderButton } from './FinderButton.js';
import { useOnceQuiet } from './use-once-quiet.js';
import { usePlaces } from './use-places.js';

/** The list of the other pages, so that the next one does not wait for it. */
const fetchLaterRoutes = () => void import('../later-routes.js').catch(() => undefined);

/** Comes once the page is there, with the keys that it listens to. */
const Finder = lazy(() => import('../palette/Finder.js'));

/** The frame around every page of somebody who is signed in. */
export function InsideLayout() {
  const { t } = useTexts(appTexts);
  const me = useMe();
  const online = useOnline();
  const [finds, setFinds] = useState(false);
  const [pressed, setPressed] = useState(0);
  useOnceQuiet('later routes', () => {
    fetchLaterRoutes();
    setFinds(true);
  });
  const places = usePlaces();
  return (
    <Frame
      home={paths.today}
      places={places}
      texts={{ brand, skip: t('skip'), places: t('places'), more: t('more') }}
      user={
        <UserBlock
          name={me.name}
          detail={me.organisationName}
          to={paths.account}
          linkText={t('account')}
          action={me.impersonation ? null : <SignOutButton text={t('signOut')} />}
        />
      }
      bell={
        <>
          <FinderButton text={t('find')} onClick={() => setPressed((n) => n + 1)} />
          <NoticeBell />
        </>
      }
      strip={online ? null : <OfflineStrip title={t('offline.title')} text={t('offline.text')} />}
    >
      <NavigationFocus />
      <Outlet />
      <ScrollRestoration />
      {(finds || pressed > 0) && (
        <Suspense fallback={null}>
          <Finder places={places} pressed={pressed} />
        </Suspense>
      )}
    </Frame>
  );
}
