import type { CourseVersion } from '@lms/contracts';
import { formatMinutes, useMe, useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { builderTexts } from '../texts/builder.js';
import { courseTexts } from '../texts/courses.js';
import { UploadTray } from '../uploads/UploadTray.js';
import { useUploads } from '../uploads/use-uploads.js';
import { ActivityRoute } from './ActivityRoute.js';
import { AddPanel } from './AddPanel.js';
import { EditorBar } from './EditorBar.js';
import { VersionSettings } from './VersionSettings.js';

/** A draft, edited in place: what people do in it, how long it takes, how long it counts. */
export function DraftEditor({ version }: { version: CourseVersion }) {
  const { t } = useTexts(courseTexts);
  const { t: builder } = useTexts(builderTexts);
  const { personId } = useMe();
  const target = { personId, courseId: version.courseId, versionId: version.id };
  const { desk, entries } = useUploads(target);
  const count = version.activities.length;
  return (
    <>
      <EditorBar version={version} />
      <Section
        title={t('manage.contents')}
        aside={count > 0 && t('manage.contentsLead', { count, length: formatMinutes(version.minutes) })}
      >
        {(heading) => (
          <ActivityRoute
            version={version}
            labelledBy={heading}
            onCaptions={(files, place) => desk.add(files, target, place)}
          />
        )}
      </Section>
      <Section title={builder('add.title')}>
        <UploadTray
          desk={desk}
          entries={entries}
          videos={version.activities.filter((activity) => activity.kind === 'video')}
        />
        <AddPanel courseId={version.courseId} versionId={version.id} onFiles={(files) => desk.add(files, target)} />
      </Section>
      <VersionSettings version={version} />
    </>
  );
}
