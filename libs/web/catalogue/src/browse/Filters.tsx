import type { CatalogueFacets } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { FilterLinks, Icon, phone, useMediaQuery } from '@lms/web-ui';
import { Link, useSearchParams } from 'react-router';
import { browseTexts } from '../texts/browse.js';
import styles from './browse.module.css';
import {
  type CatalogueFilter,
  facetNames,
  type FacetName,
  filtersOn,
  inOrder,
  toggled,
  withoutFacets,
} from './filter-params.js';
import { facetText } from './words.js';

interface Props {
  facets: CatalogueFacets;
  filter: CatalogueFilter;
}

/** What narrows the list, each with how many courses it leaves; folded away on a phone. All of it lives in the address. */
export function Filters({ facets, filter }: Props) {
  const { t } = useTexts(browseTexts);
  const narrow = useMediaQuery(phone);
  const on = filtersOn(filter);
  if (on === 0 && facetNames.every((name) => facets[name].length === 0)) return null;
  const groups = facetNames.map((name) => <Facet key={name} name={name} values={facets[name]} chosen={filter[name]} />);
  if (narrow) {
    return (
      <details className={styles.fold}>
        <summary>
          {on > 0 ? t('filtersOn', { count: on }) : t('filters')}
          <Icon name="down" />
        </summary>
        <div className={styles.filters}>
          {on > 0 && <Clear />}
          {groups}
        </div>
      </details>
    );
  }
  return (
    <section className={styles.filters} aria-labelledby="catalogue-filters">
      <h2 id="catalogue-filters">{t('filters')}</h2>
      {on > 0 && <Clear />}
      {groups}
    </section>
  );
}

function Clear() {
  const { t } = useTexts(browseTexts);
  const [params] = useSearchParams();
  return (
    <Link to={{ search: `${withoutFacets(params)}` }} preventScrollReset>
      {t('clear')}
    </Link>
  );
}

interface FacetProps {
  name: FacetName;
  values: readonly { value: string; count: number }[];
  chosen: string | undefined;
}

/** One value at a time; pressing the one that is on takes it off. */
function Facet({ name, values, chosen }: FacetProps) {
  const { t } = useTexts(browseTexts);
  const [params] = useSearchParams();
  const shown =
    chosen === undefined || values.some(({ value }) => value === chosen)
      ? values
      : [{ value: chosen, count: 0 }, ...values];
  if (shown.length === 0) return null;
  return (
    <div>
      <h3>{t(`facet.${name}`)}</h3>
      <FilterLinks
        label={t(`facet.${name}`)}
        links={inOrder(name, shown).map(({ value, count }) => ({
          key: value,
          to: { search: `${toggled(params, name, value)}` },
          label: facetText(name, value),
          count,
          current: value === chosen,
        }))}
      />
    </div>
  );
}
