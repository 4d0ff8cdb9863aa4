import { can, formatDayOf, paths, problemText, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, LinkButton, Notice, Page, PageHeader, Plate, Section } from '@lms/web-ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { renameResource, resourceQuery } from '../api/resources.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { SavingField } from '../fields/SavingField.js';
import { resourceTexts } from '../texts/resources.js';
import { ReplaceDialog } from './ReplaceDialog.js';
import styles from './ResourcePage.module.css';
import { ResourceCaptions } from './ResourceCaptions.js';
import { ResourceUses } from './ResourceUses.js';
import { Revisions } from './Revisions.js';
import { Thumb } from './Thumb.js';
import { useLibraryAddress } from './use-library-address.js';
import { factsOf } from './words.js';

/** One file of the library: what it is, where it is used, and the way to replace it everywhere. */
export function ResourcePage() {
  const { t } = useTexts(resourceTexts);
  const { resourceId = '' } = useParams();
  const me = useMe();
  const client = useQueryClient();
  const [replacing, setReplacing] = useState(false);
  const { data: resource } = useQuery(resourceQuery(resourceId));
  const address = useLibraryAddress();
  const rename = useMutation({
    mutationFn: (title: string) =>
      renameResource(client.getQueryData(resourceQuery(resourceId).queryKey) ?? { id: resourceId, version: 0 }, title),
    onSuccess: (saved) => client.setQueryData(resourceQuery(resourceId).queryKey, saved),
  });
  usePageTitle(resource?.title ?? t('title'));
  if (!resource) return <PageSkeleton />;
  const writes = can(me, 'courses.write');
  const { current } = resource;
  const source = address(current.sha256);
  return (
    <Page width="wide">
      <PageHeader
        title={resource.title}
        above={<Link to={paths.resources}>{t('one.back')}</Link>}
        lead={factsOf(current)}
        aside={
          <>
            {source && resource.kind !== 'image' && resource.kind !== 'video' && (
              <LinkButton to={source} download={current.name} reloadDocument>
                {t('one.download')}
              </LinkButton>
            )}
            {writes && (
              <Button variant="main" onClick={() => setReplacing(true)}>
                {t('replace.action')}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.about}>
        {resource.kind === 'video' && source ? (
          <video className={styles.film} src={source} controls preload="metadata" aria-label={resource.title} />
        ) : (
          <div className={styles.thumb}>
            <Thumb resource={resource} />
          </div>
        )}
        <div className={styles.facts}>
          <p>
            <Plate look="soft">{t(`kind.${resource.kind}`)}</Plate> {current.name}
          </p>
          <p>
            {t('one.since', { number: current.number, day: formatDayOf(current.createdAt) })}
            {current.createdByName && ` ${t('one.by', { name: current.createdByName })}`}
          </p>
          {writes && (
            <SavingField
              label={t('one.name')}
              value={resource.title}
              maxLength={120}
              check={(text) => (text ? null : t('one.nameMissing'))}
              onSave={(title) => rename.mutate(title)}
            />
          )}
          {rename.error && <Notice tone="danger">{problemText(rename.error)}</Notice>}
        </div>
      </div>
      {resource.kind === 'video' && (
        <Section title={t('captions.title')}>
          <ResourceCaptions resource={resource} writes={writes} />
        </Section>
      )}
      <Section title={t('one.uses')}>
        <ResourceUses resource={resource} writes={writes} />
      </Section>
      <Section title={t('one.revisions')}>
        <Revisions resource={resource} />
      </Section>
      {replacing && <ReplaceDialog resource={resource} onClose={() => setReplacing(false)} />}
    </Page>
  );
}
