import { SignOutButton } from '@lms/web-identity';
import { NavigationFocus, paths, useMe, useOnline, useTexts } from '@lms/web-platform';
import { Frame, OfflineStrip, UserBlock } from '@lms/web-ui';
import { Outlet, ScrollRestoration } from 'react-router';
import { appTexts } from '../texts.js';
import { placesOf } from './places.js';

/** The frame around every page of somebody who is signed in. */
export function InsideLayout() {
  const { t } = useTexts(appTexts);
  const me = useMe();
  const online = useOnline();
  return (
    <Frame
      home={paths.today}
      places={placesOf(me).map(({ key, to, icon, exact }) => ({ to, icon, exact, label: t(`place.${key}`) }))}
      texts={{ name: t('name'), skip: t('skip'), places: t('places'), more: t('more') }}
      user={
        <UserBlock
          name={me.name}
          detail={me.organisationName}
          to={paths.account}
          linkText={t('account')}
          action={<SignOutButton text={t('signOut')} />}
        />
      }
      strip={online ? null : <OfflineStrip title={t('offline.title')} text={t('offline.text')} />}
    >
      <NavigationFocus />
      <Outlet />
      <ScrollRestoration />
    </Frame>
  );
}
