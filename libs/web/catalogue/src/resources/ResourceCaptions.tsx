import type { Resource } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addResourceCaptions, resourceQuery } from '../api/resources.js';
import { languageLabel, languages } from '../editor/languages.js';
import { FileButton } from '../fields/FileButton.js';
import { SelectField } from '../fields/SelectField.js';
import { resourceTexts } from '../texts/resources.js';
import styles from './ResourcePage.module.css';
import { Sending } from './Sending.js';
import { RefusedFile, sendChecked } from './send-resource.js';

/** The captions of a film by language; whoever shows it in a page shows them too. */
export function ResourceCaptions({ resource, writes }: { resource: Resource; writes: boolean }) {
  const { t } = useTexts(resourceTexts);
  const client = useQueryClient();
  const [language, setLanguage] = useState('en');
  const [percent, setPercent] = useState<number | null>(0);
  const add = useMutation({
    mutationFn: async (file: File) => {
      const { signal } = new AbortController();
      const uploadId = await sendChecked({ file, kind: 'captions', onProgress: setPercent, signal });
      return addResourceCaptions(resource.id, { uploadId, language, label: languageLabel(language) });
    },
    onSuccess: (saved) => client.setQueryData(resourceQuery(resource.id).queryKey, saved),
  });
  const { captions } = resource.current;
  const error = add.error && (add.error instanceof RefusedFile ? add.error.message : problemText(add.error));
  return (
    <div className={styles.uses}>
      <p>
        {captions.length > 0
          ? t('captions.has', { languages: captions.map(({ label }) => label).join(', ') })
          : t('captions.none')}
      </p>
      {writes && (
        <div className={styles.captions}>
          <SelectField label={t('captions.language')} options={languages()} value={language} onChange={setLanguage} />
          <FileButton accept=".vtt" busy={add.isPending} onFiles={([file]) => file && add.mutate(file)}>
            {t('captions.add')}
          </FileButton>
        </div>
      )}
      <Sending underway={add.isPending ? { name: add.variables.name, percent } : null} error={error} />
    </div>
  );
}
