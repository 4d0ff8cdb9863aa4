import type { EmploymentGroup } from '../types.js';

export interface SessionPlan {
  key: string;
  course: string;
  form: 'classroom' | 'webinar' | 'toolbox-talk';
  /** Working days from today; before today it has been held. */
  day: number;
  /** On the clock in London. */
  at: string;
  minutes: number;
  /** Working days that it goes on after the first. */
  days?: number;
  place: string;
  joinUrl?: string;
  note: string;
  capacity: number | null;
  /** Keys of organisations; none: the whole Alliance. */
  organisations: readonly string[];
  trainer: string;
  /** Who books the others, by their part. */
  bookedBy: string;
  /** How many come, of these groups; who owes the course before who never had it. */
  people: number;
  groups: readonly EmploymentGroup[];
  /** By their part: booked by themselves. */
  named?: readonly string[];
}

const onSite: readonly EmploymentGroup[] = ['site', 'driver', 'supervisor'];
const trainer = 'Trainer and author';
const team = 'People Team';

/** What is planned for the next weeks at places of the Alliance, and one that was. */
export const sessionPlans: readonly SessionPlan[] = [
  {
    ...{ key: 'talk held', course: 'SITE-207', form: 'toolbox-talk', day: -3, at: '06:45', minutes: 15 },
    ...{ place: 'Orrin & Pike yard, Tamworth', note: '', capacity: null, organisations: ['orrin-pike'] },
    ...{ trainer, bookedBy: team, people: 6, groups: onSite },
  },
  {
    ...{ key: 'talk brackenfell', course: 'SITE-207', form: 'toolbox-talk', day: 1, at: '06:45', minutes: 15 },
    ...{ place: 'Brackenfell depot, Coleshill', note: 'At the start of the shift, by the signing-in board.' },
    ...{ capacity: null, organisations: ['brackenfell'], trainer, bookedBy: 'Supplier coordinator' },
    ...{ people: 3, groups: onSite },
  },
  {
    ...{ key: 'induction soon', course: 'SITE-202', form: 'classroom', day: 2, at: '07:30', minutes: 60 },
    ...{ place: 'M40/M42 Interchange, main compound, room 2', note: 'Bring boots, helmet and your card.' },
    ...{ capacity: 12, organisations: [], trainer, bookedBy: team, people: 7, groups: onSite },
  },
  {
    ...{ key: 'talk dunmarsh', course: 'SITE-207', form: 'toolbox-talk', day: 4, at: '18:30', minutes: 15 },
    ...{ place: 'Dunmarsh yard, Nuneaton', note: 'Night shift: before the vans leave.' },
    ...{ capacity: 20, organisations: ['dunmarsh'], trainer, bookedBy: team },
    ...{ people: 4, groups: onSite, named: ['Operative at a tier 2 supplier'] },
  },
  {
    ...{ key: 'gg 104', course: 'DES-602', form: 'webinar', day: 5, at: '10:00', minutes: 90 },
    ...{
      place: '',
      joinUrl: 'https://meet.waymark.example/gg-104',
      note: 'Have the last page of your design file at hand.',
    },
    ...{ capacity: 30, organisations: [], trainer, bookedBy: team, people: 9, groups: ['office', 'manager'] },
  },
  {
    ...{ key: 'induction later', course: 'SITE-202', form: 'classroom', day: 9, at: '07:30', minutes: 60 },
    ...{ place: 'NEAR compound, cabin 4', note: 'Bring boots, helmet and your card.' },
    ...{ capacity: 12, organisations: [], trainer, bookedBy: team, people: 2, groups: onSite },
  },
  {
    ...{ key: 'pas 2080', course: 'OFF-703', form: 'webinar', day: 11, at: '14:00', minutes: 60 },
    ...{ place: '', joinUrl: 'https://meet.waymark.example/pas-2080', note: '' },
    ...{ capacity: null, organisations: [], trainer: team, bookedBy: team, people: 5, groups: ['office', 'manager'] },
  },
  {
    ...{ key: 'first aid', course: 'AID-521', form: 'classroom', day: 13, days: 2, at: '09:00', minutes: 420 },
    ...{
      place: 'Costain training centre, Birmingham',
      note: 'Three days, with lunch. You kneel a lot: wear trousers.',
    },
    ...{
      capacity: 6,
      organisations: [],
      trainer,
      bookedBy: team,
      people: 9,
      groups: ['supervisor', 'manager', 'office'],
    },
  },
];
