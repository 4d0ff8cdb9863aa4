import type { CrewPerson } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { Fragment } from 'react';
import type { Bookings } from '../parts/parts.js';
import type { Selection } from '../selection/use-selection.js';
import { crewTexts } from '../texts/crew.js';
import styles from './crew.module.css';
import { CrewRow } from './CrewRow.js';

interface Props {
  people: readonly CrewPerson[];
  today: string;
  organisationId: string | undefined;
  selection: Selection | undefined;
  bookings: Bookings;
}

/** The people one below the other; a team under those to whom they report. */
export function CrewList({ people, today, organisationId, selection, bookings }: Props) {
  const { t } = useTexts(crewTexts);
  const me = useMe();
  const leads = [...Map.groupBy(people, ({ lead }) => lead?.personId ?? null)];
  return leads.map(([leadId, reports]) => {
    const lead = reports[0]?.lead;
    const title = !lead ? t('list') : leadId === me.personId ? t('reportsToMe') : t('reports', { name: lead.name });
    return (
      <Fragment key={leadId}>
        {leads.length > 1 && <h2 className={styles.lead}>{title}</h2>}
        <ul className={styles.list} aria-label={title}>
          {reports.map((person) => (
            <CrewRow key={person.personId} {...{ person, today, organisationId, selection, bookings }} />
          ))}
        </ul>
      </Fragment>
    );
  });
}
