import { useSearchParams } from 'react-router';
import { withParam } from '../components/with-param.js';

/** Which activity's panel is open. It stands in the address, so that a link can lead to what is missing in it. */
export function useOpenActivity(): { open: string | null; show: (activityId: string | null) => void } {
  const [params, setParams] = useSearchParams();
  const show = (activityId: string | null) =>
    setParams((now) => withParam(now, 'activity', activityId ?? ''), { replace: true, preventScrollReset: true });
  return { open: params.get('activity'), show };
}
