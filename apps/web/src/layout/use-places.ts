import { myChecksQuery } from '@lms/web-delivery';
import { useMe, useTexts } from '@lms/web-platform';
import type { Place } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { appTexts } from '../texts.js';
import { OWN, reachesFurther } from './places.js';

/** The places of whoever is signed in; those that not everybody has come with a chunk of their own. */
export function usePlaces(): Place[] {
  const { t } = useTexts(appTexts);
  const me = useMe();
  const { data: checks } = useQuery(myChecksQuery());
  const { data: deskPlacesOf } = useQuery({
    queryKey: ['places beyond everybody’s'],
    queryFn: async () => (await import('./desk-places.js')).deskPlacesOf,
    enabled: reachesFurther(me, checks),
    ...{ staleTime: Infinity, gcTime: Infinity, networkMode: 'always' },
  });
  return [
    ...OWN.map((place) => ({ ...place, label: t(`place.${place.key}`) })),
    ...(deskPlacesOf?.(me, checks).map((place) => ({ ...place, countText: t('waiting') })) ?? []),
  ];
}
