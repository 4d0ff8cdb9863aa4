import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Hidden } from '../base/Hidden.js';
import { Icon } from '../icons/Icon.js';
import { Plate } from '../plate/Plate.js';
import { Logo } from './Logo.js';
import type { FrameTexts, Place } from './place.js';
import { PlaceLinks } from './PlaceLinks.js';
import styles from './Rail.module.css';

/** The places as a line with stops, on the canvas left of the sheet. */
export function Rail({
  places,
  texts,
  user,
  home,
  bell,
}: {
  places: readonly Place[];
  texts: FrameTexts;
  user: ReactNode;
  home: string;
  bell?: ReactNode;
}) {
  return (
    <header className={styles.rail}>
      <div className={styles.head}>
        <Logo brand={texts.brand} to={home} />
        {bell}
      </div>
      <nav aria-label={texts.places} className={styles.places}>
        <PlaceLinks places={places} link={(place) => <RailLink key={place.to} place={place} />} />
      </nav>
      <div className={styles.user}>{user}</div>
    </header>
  );
}

function RailLink({ place }: { place: Place }) {
  return (
    <NavLink to={place.to} end={place.exact}>
      <span className={styles.node}>
        <Icon name={place.icon} />
      </span>
      <span className={styles.name}>{place.label}</span>
      {place.count ? (
        <span className={styles.count}>
          <Plate look="ink">
            {place.count}
            <Hidden> {place.countText}</Hidden>
          </Plate>
        </span>
      ) : null}
    </NavLink>
  );
}
