import { useTexts } from '@lms/web-platform';
import { Empty } from '@lms/web-ui';
import { browseTexts } from '../texts/browse.js';
import { type CatalogueFilter, filtersOn } from './filter-params.js';

/** Why the list is empty, and what would fill it. */
export function NothingFound({ filter }: { filter: CatalogueFilter }) {
  const { t } = useTexts(browseTexts);
  if (filtersOn(filter) > 0) return <Empty title={t('none.filters')} text={t('none.filtersText')} />;
  if (filter.q) return <Empty title={t('none.words', { typed: filter.q })} text={t('none.wordsText')} />;
  if (filter.saved) return <Empty title={t('none.saved')} text={t('none.savedText')} />;
  return <Empty title={t('none.all')} text={t('none.allText')} />;
}
