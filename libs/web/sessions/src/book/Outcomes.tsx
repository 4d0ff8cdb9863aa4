import type { BookingOutcome, PersonBooked } from '@lms/contracts';
import { formatDay, formatTime, type TextFunctions, useTexts } from '@lms/web-platform';
import { Icon, type IconName } from '@lms/web-ui';
import { bookTexts } from '../texts/book.js';
import styles from './book.module.css';

const ORDER = [
  ...['booked', 'waiting', 'already', 'clash', 'valid', 'leave'],
  ...['not-open', 'not-engaged', 'trains', 'cancelled'],
] as const satisfies readonly string[];
const ICONS: Partial<Record<BookingOutcome, IconName>> = { booked: 'tick', waiting: 'clock', already: 'note' };

interface Props {
  people: readonly PersonBooked[];
  /** Whether it has happened. */
  done?: boolean;
}

/** What becomes of whom: what goes well first, each with the names. */
export function Outcomes({ people, done = false }: Props) {
  const { t } = useTexts(bookTexts);
  const groups = Map.groupBy(people, ({ outcome }) => outcome);
  const present = ORDER.filter((outcome) => groups.has(outcome as BookingOutcome)) as BookingOutcome[];
  return (
    <ul className={styles.outcomes}>
      {present.map((outcome) => {
        const some = groups.get(outcome) ?? [];
        const was = done && (outcome === 'booked' || outcome === 'waiting');
        return (
          <li key={outcome} data-outcome={outcome}>
            <Icon name={ICONS[outcome] ?? 'warning'} />
            <div>
              <h3>
                {was ? t(`was.${outcome}`, { count: some.length }) : t(`outcome.${outcome}`, { count: some.length })}
              </h3>
              <ul className={styles.names}>
                {some.map((person) => (
                  <li key={person.personId}>{nameWords(t, person)}</li>
                ))}
              </ul>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function nameWords(t: TextFunctions<(typeof bookTexts)['tree']>['t'], person: PersonBooked): string {
  const { name, outcome, turn, validUntil, clash } = person;
  if (turn !== null) return t('name.turn', { name, turn });
  if (outcome === 'valid')
    return validUntil ? t('name.until', { name, day: formatDay(validUntil) }) : t('name.forLife', { name });
  if (clash) return t('name.at', { name, span: `${formatTime(clash.startsAt)}–${formatTime(clash.endsAt)}` });
  return name;
}
