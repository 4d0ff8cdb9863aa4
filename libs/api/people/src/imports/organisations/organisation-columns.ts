import type { ImportedColumn } from '@lms/api-imports';

export const ORGANISATION_COLUMNS: readonly ImportedColumn[] = [
  {
    key: 'name',
    heading: 'Name',
    needed: 'yes',
    help: 'The key: the same name is the same organisation.',
    example: 'Orrin & Pike Drainage',
    aliases: ['organisation', 'organisationname', 'company', 'companyname', 'supplier', 'fullname'],
  },
  {
    key: 'shortName',
    heading: 'Short name',
    needed: 'no',
    help: 'For lists and small places. Without it, a new one is called by its name.',
    example: 'Orrin & Pike',
    aliases: ['abbreviation', 'short', 'knownas'],
  },
  {
    key: 'kind',
    common: true,
    heading: 'Kind',
    needed: 'no',
    help: 'client, partner or supplier. Without it, a new one is a supplier.',
    example: 'supplier',
    aliases: ['type', 'organisationkind', 'organisationtype'],
  },
  {
    key: 'parent',
    common: true,
    heading: 'Tier above',
    needed: 'no',
    help: 'The supplier one tier above, by name; a hyphen for none. It may be in the same file.',
    example: 'Dunmarsh Surfacing',
    aliases: ['parent', 'parentorganisation', 'tieraboveit', 'parentsupplier', 'reportsto', 'subcontractorof'],
  },
  {
    key: 'sponsor',
    common: true,
    heading: 'Sponsor',
    needed: 'no',
    help: 'The partner who sponsors a supplier, by name; a hyphen for none.',
    example: 'Costain',
    aliases: ['sponsoringpartner', 'partner', 'sponsoredby'],
  },
];
