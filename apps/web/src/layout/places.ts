import type { Me } from '@lms/contracts';
import { can, paths, type Permission } from '@lms/web-platform';
import type { Place } from '@lms/web-ui';

interface PlaceRule extends Pick<Place, 'to' | 'icon' | 'exact'> {
  key: 'today' | 'record' | 'people' | 'organisations' | 'courses' | 'paths' | 'reviews' | 'outbox';
  /** Any of these opens it; none means everybody. */
  needs?: Permission[];
}

const rules: readonly PlaceRule[] = [
  { key: 'today', to: paths.today, icon: 'today', exact: true },
  { key: 'record', to: paths.record, icon: 'record' },
  { key: 'people', to: paths.people, icon: 'people', needs: ['people.read', 'people.write'] },
  { key: 'organisations', to: paths.organisations, icon: 'organisations', needs: ['organisations.write'] },
  {
    key: 'courses',
    to: paths.courses,
    icon: 'courses',
    exact: true,
    needs: ['courses.write', 'courses.approve', 'record.write'],
  },
  { key: 'paths', to: paths.paths, icon: 'paths', needs: ['paths.write'] },
  { key: 'reviews', to: paths.reviews, icon: 'reviews', needs: ['courses.approve'] },
  { key: 'outbox', to: paths.outbox, icon: 'outbox', needs: ['mail.read'] },
];

/** The places of a person, by what they may do. */
export const placesOf = (me: Pick<Me, 'permissions'>): PlaceRule[] =>
  rules.filter((rule) => !rule.needs || can(me, ...rule.needs));
