import type { AskListFile, ListFileItem } from '@lms/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatCount } from '../format/numbers.js';
import { problemText } from '../forms/problem-text.js';
import { useTexts } from '../i18n/use-texts.js';
import { askListFile, listFileAddress, listFileQuery, listFilesKey } from './list-file-api.js';
import { listFileTexts } from './texts.js';

export type ListFormat = AskListFile['format'];
type Filters = Readonly<Record<string, string | undefined>>;

/** A list as a file: asked for, watched while it is made, and taken as soon as it is there. Leaving loses nothing. */
export function useListFile() {
  const { t } = useTexts(listFileTexts);
  const client = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const { data: file } = useQuery(listFileQuery(id));
  const ready = file?.state === 'ready' ? file.id : null;
  useEffect(() => {
    if (!ready) return;
    take(ready);
    void client.invalidateQueries({ queryKey: listFilesKey, exact: true });
  }, [ready, client]);
  const ask = async (list: AskListFile['list'], format: ListFormat, filters: Filters): Promise<void> => {
    setAsking(true);
    setRefused(null);
    try {
      setId((await askListFile(list, format, filters)).id);
    } catch (error) {
      setRefused(error);
    }
    setAsking(false);
  };
  const busy = asking || (id !== null && (!file || file.state === 'waiting' || file.state === 'making'));
  const failed = file?.state === 'failed' || file?.state === 'ended' ? (file.refusal ?? t('gone')) : null;
  return {
    ask,
    busy,
    /** How far it is, in words; empty when nothing was asked for. */
    words: busy ? wordsOf(t, file) : ready ? t('taken') : '',
    problem: refused ? problemText(refused) : failed,
    /** Why it was not even asked for: fields may be told of. */
    refused,
    /** What was asked for last, as far as it is known. */
    file,
  };
}

function wordsOf(t: ReturnType<typeof useTexts<(typeof listFileTexts)['tree']>>['t'], file: ListFileItem | undefined) {
  if (!file || file.done === 0) return t('making');
  const done = formatCount(file.done);
  return file.total === null ? t('rowsOnly', { done }) : t('rows', { done, total: formatCount(file.total) });
}

function take(id: string): void {
  const link = document.createElement('a');
  link.href = listFileAddress(id);
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
