import type { Place } from './place.js';

/** Places that follow each other under one heading. */
export interface PlaceGroup {
  heading: string | undefined;
  places: Place[];
}

/** The places in their order, put together under their headings. */
export function groupedPlaces(places: readonly Place[]): PlaceGroup[] {
  const groups: PlaceGroup[] = [];
  for (const place of places) {
    const last = groups.at(-1);
    if (last && last.heading === place.group) last.places.push(place);
    else groups.push({ heading: place.group, places: [place] });
  }
  return groups;
}
