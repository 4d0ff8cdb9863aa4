import { withParam } from '../components/with-param.js';

export const facetNames = ['topic', 'kind', 'length', 'outcome', 'validity'] as const;
export type FacetName = (typeof facetNames)[number];

/** What the address asks for, as the API is asked for it. */
export type CatalogueFilter = Partial<Record<FacetName | 'q' | 'saved', string>>;

/** Reads the address; anything it does not know is left out. */
export function filterOf(params: URLSearchParams): CatalogueFilter {
  const filter: CatalogueFilter = {};
  for (const name of ['q', ...facetNames] as const) {
    const value = params.get(name);
    if (value && fits(name, value)) filter[name] = value;
  }
  if (params.get('saved') === 'true') filter.saved = 'true';
  return filter;
}

/** How many of the facets narrow the list. */
export const filtersOn = (filter: CatalogueFilter): number =>
  facetNames.filter((name) => filter[name] !== undefined).length;

/** The address with one value of a facet put on, or taken off when it is on. */
export const toggled = (params: URLSearchParams, name: FacetName, value: string): URLSearchParams =>
  withParam(params, name, params.get(name) === value ? '' : value);

/** The address without any facet; words and "saved" stay. */
export const withoutFacets = (params: URLSearchParams): URLSearchParams =>
  facetNames.reduce((left, name) => withParam(left, name, ''), params);

const known: Partial<Record<FacetName | 'q', readonly string[]>> = {
  kind: ['lesson', 'video', 'document', 'page', 'quiz', 'survey', 'practical', 'evidence', 'link', 'in-person'],
  length: ['to-15', 'to-30', 'to-60', 'longer'],
  validity: ['to-12', 'to-24', 'longer', 'life'],
};

const fits = (name: FacetName | 'q', value: string): boolean => known[name]?.includes(value) ?? value.length <= 100;

/** Facets with an order of their own keep it; the others come with the largest first. */
export function inOrder<T extends { value: string }>(name: FacetName, values: readonly T[]): T[] {
  const order = name === 'length' || name === 'validity' ? known[name] : undefined;
  return order ? values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : [...values];
}
