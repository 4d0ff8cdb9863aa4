import type { ErasureQuery, ScheduledList } from '@lms/contracts';
import { useListExport } from '@lms/web-platform';
import { LateExportMenu } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { downloadsQuery } from '../api/downloads.js';
import { erasuresQuery } from '../api/erasures.js';
import { holdsQuery } from '../api/holds.js';
import { dueQuery } from '../api/retention.js';

/** What each view can be had as; an empty list is not offered. The periods are settings and no list. */
export const deskExports = {
  proposals: <Erasures show="open" />,
  due: <Due />,
  downloads: <Downloads />,
  holds: <Holds />,
  decided: <Erasures show="decided" />,
  retention: null,
} as const;

function Erasures({ show }: { show: ErasureQuery['show'] }) {
  const { data } = useInfiniteQuery(erasuresQuery(show));
  return data?.pages[0]?.items[0] ? <Export list={show === 'open' ? 'erasures' : 'erasures-decided'} /> : null;
}

function Due() {
  const { data } = useInfiniteQuery(dueQuery());
  return data?.pages[0]?.items[0] ? <Export list="erasures-due" /> : null;
}

function Downloads() {
  const { data } = useInfiniteQuery(downloadsQuery('all'));
  return data?.pages[0]?.items[0] ? <Export list="data-requests" /> : null;
}

function Holds() {
  const { data } = useInfiniteQuery(holdsQuery('all'));
  return data?.pages[0]?.items[0] ? <Export list="legal-holds" /> : null;
}

const Export = ({ list }: { list: ScheduledList }) => <LateExportMenu {...useListExport([{ list, filters: {} }])} />;
