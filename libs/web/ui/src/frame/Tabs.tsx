import { useEffect, useRef, useState, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { Hidden } from '../base/Hidden.js';
import { Icon } from '../icons/Icon.js';
import { Plate } from '../plate/Plate.js';
import type { FrameTexts, Place } from './place.js';
import { PlaceLinks } from './PlaceLinks.js';
import styles from './Tabs.module.css';

/** Three places fit beside "More" with room for a thumb; a learner's four still do, and then nothing is folded away. */
const [usual, most] = [3, 4];

/** The bar at the bottom of a phone: the first places, and a panel with the rest and the person. */
export function Tabs({ places: all, texts, user }: { places: readonly Place[]; texts: FrameTexts; user: ReactNode }) {
  const places = all.toSorted((one, other) => Number(other.near ?? false) - Number(one.near ?? false));
  const shownPlaces = all.length > most ? usual : most;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  const link = (place: Place, size: number) => (
    <NavLink key={place.to} to={place.to} end={place.exact}>
      <Icon name={place.icon} size={size} />
      {place.label}
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
  return (
    <nav className={styles.bar} aria-label={texts.places}>
      <div className={styles.tabs}>
        {places.slice(0, shownPlaces).map((place) => link(place, 24))}
        <button ref={button} type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'close' : 'more'} size={24} />
          {texts.more}
        </button>
      </div>
      {open && (
        <div className={styles.panel}>
          <PlaceLinks places={places.slice(shownPlaces)} link={(place) => link(place, 20)} />
          <div className={styles.user}>{user}</div>
        </div>
      )}
    </nav>
  );
}
