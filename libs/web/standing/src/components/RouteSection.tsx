import type { Route } from '@lms/contracts';
import { formatShortDay, useTexts } from '@lms/web-platform';
import { RouteLine, Section } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { standingTexts } from '../texts.js';
import { stopViews } from './stop-view.js';

interface Props {
  route: Route;
  own: boolean;
  /** What stands below the line. */
  children?: ReactNode;
}

/** One path a person is on, as a route. */
export function RouteSection({ route, own, children }: Props) {
  const { t } = useTexts(standingTexts);
  return (
    <Section
      title={t(own ? 'route.title' : 'route.titleOther', { title: route.title })}
      aside={t('route.note', { day: formatShortDay(route.startsOn) })}
    >
      {(heading) => (
        <>
          <RouteLine
            labelledBy={heading}
            stops={stopViews(route, t, own)}
            hereText={t('route.state.here')}
            foldedText={(count) => t('route.folded', { count })}
          />
          {children}
        </>
      )}
    </Section>
  );
}
