import type { Audience } from '@lms/contracts';
import { isProblem, useMe } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { audienceQuery } from '../api/audiences.js';
import { useChangeAudience } from '../api/change-audience.js';
import { type AudienceDraft, draftOf, forgetDraft, keepDraft, keptDraft, mergeDrafts } from './audience-draft.js';
import { wholeAudience } from './edit-tree.js';

/**
 * What is being written of an audience: kept on the device until it is saved or given up. Where somebody else was faster,
 * `theirs` is what they saved, and nothing is sent before one has chosen.
 */
export function useAudienceDraft(audience: Audience, onSaved: () => void) {
  const client = useQueryClient();
  const { personId } = useMe();
  const { id } = audience;
  const [kept, setKept] = useState(() => keptDraft(id, personId));
  const [draft, setDraft] = useState<AudienceDraft>(() => kept ?? draftOf(audience));
  const [base, setBase] = useState<AudienceDraft>(() => kept?.from ?? draftOf(audience));
  const [theirs, setTheirs] = useState<Audience | null>(null);
  const save = useChangeAudience(id);

  const write = (next: AudienceDraft, from: AudienceDraft) => {
    setDraft(next);
    setBase(from);
    keepDraft(id, personId, { ...next, from });
  };
  const goOnFrom = (saved: Audience, next: AudienceDraft) => {
    write(next, draftOf(saved));
    setTheirs(null);
    save.reset();
  };
  const giveUp = () => forgetDraft(id, personId);
  const lookAtTheirs = async (error: unknown) => {
    if (isProblem(error, 'changed-meanwhile')) {
      setTheirs(await client.fetchQuery({ ...audienceQuery(id), staleTime: 0 }));
    }
  };
  return {
    draft,
    theirs,
    /** Was written earlier. */
    kept: kept !== null,
    change: (part: Partial<AudienceDraft>) => write({ ...draft, ...part }, base),
    beginAgain: () => {
      giveUp();
      setKept(null);
      setDraft(draftOf(audience));
      setBase(draftOf(audience));
    },
    giveUp,
    takeTheirs: () => theirs && goOnFrom(theirs, draftOf(theirs)),
    keepMine: () => theirs && goOnFrom(theirs, mergeDrafts(base, draft, theirs)),
    busy: save.isPending,
    /** Why it was not saved, unless somebody else was faster. */
    error: isProblem(save.error, 'changed-meanwhile') ? null : save.error,
    save: () => {
      const name = draft.name.trim();
      if (!name || theirs) return;
      const request = { name, predicate: wholeAudience(draft.predicate), version: draft.version };
      const done = () => {
        giveUp();
        onSaved();
      };
      save.mutate(request, { onSuccess: done, onError: (error) => void lookAtTheirs(error) });
    },
  };
}
