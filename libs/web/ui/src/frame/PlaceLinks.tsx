import { Fragment, type ReactNode } from 'react';
import { groupedPlaces } from './grouped-places.js';
import type { Place } from './place.js';
import styles from './PlaceLinks.module.css';

/** Links to places under their headings; how a link looks is the frame's. */
export function PlaceLinks({ places, link }: { places: readonly Place[]; link: (place: Place) => ReactNode }) {
  return groupedPlaces(places).map(({ heading, places: some }) =>
    heading ? (
      <div key={heading} role="group" aria-label={heading}>
        <p aria-hidden className={styles.heading}>
          {heading}
        </p>
        {some.map(link)}
      </div>
    ) : (
      <Fragment key="">{some.map(link)}</Fragment>
    ),
  );
}
