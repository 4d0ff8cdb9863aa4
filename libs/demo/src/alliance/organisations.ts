import type { Ids } from './ids.js';
import type { DemoOrganisation, OrganisationKind } from './types.js';

/** What its people mostly do, which decides their job roles and groups. */
export type Trade = 'client' | 'management' | 'design' | 'contractor' | 'traffic' | 'surfacing' | 'works' | 'services';

export interface OrganisationPlan {
  key: string;
  kind: OrganisationKind;
  name: string;
  shortName: string;
  trade: Trade;
  /** How many of the 1,800 people have their (first) engagement here. */
  people: number;
  parent?: string;
  sponsor?: string;
}

const member = (key: string, name: string, shortName: string, trade: Trade, people: number): OrganisationPlan => ({
  key,
  kind: trade === 'client' ? 'client' : 'partner',
  name,
  shortName,
  trade,
  people,
});
const tier1 = (key: string, name: string, shortName: string, trade: Trade, people: number, sponsor: string) =>
  ({ key, kind: 'supplier', name, shortName, trade, people, sponsor }) satisfies OrganisationPlan;
const tier2 = (key: string, name: string, shortName: string, trade: Trade, people: number, parent: string) =>
  ({ key, kind: 'supplier', name, shortName, trade, people, parent }) satisfies OrganisationPlan;

/** Seven members, then suppliers, every one of them invented. The numbers of people add up to 1,800. */
export const organisationPlans: readonly OrganisationPlan[] = [
  member('national-highways', 'National Highways', 'National Highways', 'client', 140),
  member('fluor', 'Fluor', 'Fluor', 'management', 70),
  member('wsp', 'WSP', 'WSP', 'design', 185),
  member('jacobs', 'Jacobs', 'Jacobs', 'design', 170),
  member('balfour-beatty', 'Balfour Beatty', 'Balfour Beatty', 'contractor', 245),
  member('bam-morgan-sindall', 'BAM/Morgan Sindall JV', 'BAM/Morgan Sindall', 'contractor', 195),
  member('costain', 'Costain', 'Costain', 'contractor', 225),
  tier1('brackenfell', 'Brackenfell Traffic Management', 'Brackenfell', 'traffic', 96, 'costain'),
  tier1('kestrel-vane', 'Kestrel Vane Barriers', 'Kestrel Vane', 'works', 62, 'balfour-beatty'),
  tier1('dunmarsh', 'Dunmarsh Surfacing', 'Dunmarsh', 'surfacing', 88, 'bam-morgan-sindall'),
  tier1('orrin-pike', 'Orrin & Pike Drainage', 'Orrin & Pike', 'works', 54, 'costain'),
  tier1('tollbar', 'Tollbar Electrical', 'Tollbar', 'works', 46, 'balfour-beatty'),
  tier1('ferrow', 'Ferrow Piling', 'Ferrow', 'works', 38, 'bam-morgan-sindall'),
  tier1('amberlode', 'Amberlode Signs and Lines', 'Amberlode', 'surfacing', 30, 'costain'),
  tier1('pellanby', 'Pellanby Plant', 'Pellanby', 'works', 28, 'balfour-beatty'),
  tier1('castrell', 'Castrell Surveys', 'Castrell', 'services', 18, 'wsp'),
  tier1('hollin-reach', 'Hollin Reach Ecology', 'Hollin Reach', 'services', 14, 'jacobs'),
  tier2('larkstone', 'Larkstone Labour', 'Larkstone', 'works', 34, 'dunmarsh'),
  tier2('quillane', 'Quillane Haulage', 'Quillane', 'surfacing', 20, 'dunmarsh'),
  tier2('salterby', 'Salterby Sweeping', 'Salterby', 'traffic', 14, 'brackenfell'),
  tier2('tarnwick', 'Tarnwick Lighting', 'Tarnwick', 'works', 16, 'tollbar'),
  tier2('wexcombe', 'Wexcombe Rebar', 'Wexcombe', 'works', 12, 'ferrow'),
];

export const organisationsOf = (ids: Ids): DemoOrganisation[] =>
  organisationPlans.map(({ key, kind, name, shortName, parent, sponsor }) => ({
    id: ids('organisation', key),
    kind,
    name,
    shortName,
    parentId: parent ? ids('organisation', parent) : null,
    sponsorId: sponsor ? ids('organisation', sponsor) : null,
  }));

/** Where its mail lives: a name under `.example`, which nobody can own (RFC 2606). */
export const mailDomainOf = (plan: OrganisationPlan): string => `${plan.key.replaceAll('-', '')}.example`;
