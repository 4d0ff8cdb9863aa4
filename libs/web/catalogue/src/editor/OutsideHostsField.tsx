import { fieldProblem, useTexts } from '@lms/web-platform';
import { FieldShell } from '@lms/web-ui';
import { useState } from 'react';
import { TagsField } from '../fields/TagsField.js';
import { activityTexts } from '../texts/activities.js';

interface Props {
  /** As they are kept. */
  hosts: string[];
  saving: boolean;
  error: unknown;
  onSave: (hosts: string[]) => void;
}

/** Which websites beside its own a package may use. What was refused stays in the field, to be mended. */
export function OutsideHostsField({ hosts, saving, error, onSave }: Props) {
  const { t } = useTexts(activityTexts);
  const [typed, setTyped] = useState(hosts);
  const [known, setKnown] = useState(hosts);
  if (hosts.join() !== known.join()) {
    setKnown(hosts);
    setTyped(hosts);
  }
  const change = (next: string[]) => {
    const names = next.map((name) => name.trim().toLowerCase());
    setTyped(names);
    onSave(names);
  };
  const unsaved = !saving && [...typed].sort().join() !== hosts.join();
  const problem = fieldProblem(error, 'outsideHosts') ?? (unsaved ? t('hosts.unsaved') : null);
  return (
    <FieldShell label={t('hosts.title')} hint={t('hosts.hint')} error={problem}>
      {(ids) => <TagsField {...ids} longest={80} value={typed} onChange={change} />}
    </FieldShell>
  );
}
