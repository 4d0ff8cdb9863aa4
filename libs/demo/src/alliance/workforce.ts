import type { OrganisationPlan, Trade } from './organisations.js';
import type { Random } from './random.js';
import type { EmploymentGroup } from './types.js';

/** One place in an organisation: what is done there and to whom it answers (an index in the same list). */
export interface Post {
  level: 1 | 2 | 3 | 4;
  group: EmploymentGroup;
  jobRole: string;
  manager: number | null;
}

interface TradeRoles {
  /** How likely a post at the bottom is an office, site or driver post. */
  mix: readonly (readonly ['office' | 'site' | 'driver', number])[];
  head: string;
  managers: readonly string[];
  supervisors: readonly string[];
  leads: readonly string[];
  office: readonly string[];
  site: readonly string[];
  driver: readonly string[];
}

const crew = {
  supervisors: ['Site supervisor', 'Section supervisor', 'Works supervisor', 'Night shift supervisor'],
  leads: ['Commercial lead', 'Planning lead', 'Office lead'],
  driver: ['HGV driver', 'Tipper driver', 'Grab lorry driver', 'Low loader driver'],
};
const desk = ['Project coordinator', 'Document controller', 'Quantity surveyor', 'Planner', 'Assistant engineer'];

const trades: Record<Trade, TradeRoles> = {
  client: {
    ...crew,
    mix: [
      ['office', 86],
      ['site', 14],
    ],
    head: 'Programme director',
    managers: ['Delivery manager', 'Senior project manager', 'Head of assurance'],
    leads: ['Project manager', 'Assurance lead', 'Customer lead', 'Finance lead'],
    office: [
      'Assistant project manager',
      'Customer adviser',
      'Assurance adviser',
      'Business analyst',
      'Programme planner',
    ],
    site: ['Site inspector', 'Traffic officer liaison'],
  },
  management: {
    ...crew,
    mix: [
      ['office', 84],
      ['site', 16],
    ],
    head: 'Production director',
    managers: ['Production manager', 'Controls manager'],
    leads: ['Production planner lead', 'Controls lead', 'Materials lead'],
    office: ['Production planner', 'Cost engineer', 'Logistics coordinator', 'Lean coach', 'Data analyst'],
    site: ['Production engineer', 'Logistics marshal'],
  },
  design: {
    ...crew,
    mix: [
      ['office', 94],
      ['site', 6],
    ],
    head: 'Design director',
    managers: ['Design manager', 'Discipline lead'],
    leads: ['Principal engineer', 'Lead designer', 'BIM lead', 'Environment lead'],
    office: [
      'Highway engineer',
      'Structural engineer',
      'BIM coordinator',
      'Graduate engineer',
      'Drainage designer',
      'Geotechnical engineer',
      'Technology engineer',
      'CAD technician',
    ],
    site: ['Site engineer', 'Ground investigation engineer'],
  },
  contractor: {
    ...crew,
    mix: [
      ['office', 27],
      ['site', 58],
      ['driver', 15],
    ],
    head: 'Operations director',
    managers: ['Project manager', 'Site manager', 'Construction manager'],
    office: [...desk, 'Quality adviser', 'Environmental adviser', 'Safety adviser'],
    site: [
      'General operative',
      'Groundworker',
      'Steel fixer',
      'Formwork carpenter',
      'Plant operator',
      'Slinger signaller',
      'Setting-out engineer',
      'Site engineer',
    ],
  },
  traffic: {
    ...crew,
    mix: [
      ['office', 10],
      ['site', 62],
      ['driver', 28],
    ],
    head: 'Managing director',
    managers: ['Operations manager', 'Contracts manager'],
    supervisors: ['Traffic management foreman', 'Lead traffic management operative'],
    office: ['Scheduler', 'Traffic management designer', 'Payroll administrator'],
    site: ['Traffic operative', 'Traffic safety control officer', 'Gate operative'],
    driver: ['Impact protection vehicle driver', 'Traffic management driver'],
  },
  surfacing: {
    ...crew,
    mix: [
      ['office', 9],
      ['site', 60],
      ['driver', 31],
    ],
    head: 'Managing director',
    managers: ['Contracts manager', 'Surfacing manager'],
    office: [...desk, 'Materials technician'],
    site: ['Paver operator', 'Raker', 'Roller driver', 'Road marking operative', 'Surfacing operative'],
  },
  works: {
    ...crew,
    mix: [
      ['office', 13],
      ['site', 71],
      ['driver', 16],
    ],
    head: 'Managing director',
    managers: ['Contracts manager', 'Site manager'],
    office: desk,
    site: [
      'General operative',
      'Groundworker',
      'Barrier installer',
      'Electrician',
      'Drainage operative',
      'Plant operator',
      'Banksman',
    ],
  },
  services: {
    ...crew,
    mix: [
      ['office', 68],
      ['site', 32],
    ],
    head: 'Director',
    managers: ['Survey manager'],
    leads: ['Senior surveyor', 'Senior ecologist'],
    office: ['Surveyor', 'Ecologist', 'GIS technician', 'Report writer'],
    site: ['Site surveyor', 'Ecological clerk of works'],
  },
};

/**
 * The posts of an organisation as one tree: a head, managers under it (none in a small firm), supervisors and leads
 * under those, everybody else under supervisors (site, driver) or leads (office). Managers always come earlier in the
 * list than their people, so no cycle can arise.
 */
export const postsOf = (plan: OrganisationPlan, random: Random): Post[] => {
  const roles = trades[plan.trade];
  const posts: Post[] = [{ level: 1, group: 'manager', jobRole: roles.head, manager: null }];
  const managers = plan.people < 20 ? 0 : Math.max(1, Math.round(plan.people / 34));
  for (let made = 0; made < managers; made += 1) {
    posts.push({ level: 2, group: 'manager', jobRole: roles.managers[made % roles.managers.length]!, manager: 0 });
  }
  const above = (): number => (managers === 0 ? 0 : random.int(1, managers));
  const officeShare = roles.mix[0]![1] / 100;
  const thirds = Math.max(2, Math.round(plan.people / 10));
  const leads = Math.min(thirds - 1, Math.max(1, Math.round(thirds * officeShare)));
  for (let made = 0; made < thirds; made += 1) {
    const lead = made < leads;
    const jobRole = random.pick(lead ? roles.leads : roles.supervisors);
    posts.push({ level: 3, group: lead ? 'office' : 'supervisor', jobRole, manager: above() });
  }
  const firstThird = 1 + managers;
  while (posts.length < plan.people) {
    const group = random.weighted(roles.mix);
    const manager =
      group === 'office'
        ? random.int(firstThird, firstThird + leads - 1)
        : random.int(firstThird + leads, firstThird + thirds - 1);
    posts.push({ level: 4, group, jobRole: random.pick(roles[group]), manager });
  }
  return posts;
};
