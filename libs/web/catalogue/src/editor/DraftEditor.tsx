import type { CourseVersion } from '@lms/contracts';
import { formatMinutes, useMe, useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { courseTexts } from '../texts/courses.js';
import { AddFromLibrary } from '../resources/AddFromLibrary.js';
import { uploadTexts } from '../texts/uploads.js';
import { UploadArea } from '../uploads/UploadArea.js';
import { UploadTray } from '../uploads/UploadTray.js';
import { useUploads } from '../uploads/use-uploads.js';
import { ActivityRoute } from './ActivityRoute.js';
import { AddMade } from './AddMade.js';
import { VersionSettings } from './VersionSettings.js';

/** A draft, edited in place: what people do in it, how long it takes, how long it counts. */
export function DraftEditor({ version }: { version: CourseVersion }) {
  const { t } = useTexts(courseTexts);
  const { t: upload } = useTexts(uploadTexts);
  const { personId } = useMe();
  const target = { personId, courseId: version.courseId, versionId: version.id };
  const { desk, entries } = useUploads(target);
  const count = version.activities.length;
  return (
    <>
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
      <Section title={upload('area.title')}>
        <UploadTray
          desk={desk}
          entries={entries}
          videos={version.activities.filter((activity) => activity.kind === 'video')}
        />
        <UploadArea
          onFiles={(files) => desk.add(files, target)}
          more={
            <>
              <AddMade courseId={version.courseId} versionId={version.id} />
              <AddFromLibrary courseId={version.courseId} versionId={version.id} />
            </>
          }
        />
      </Section>
      <VersionSettings version={version} />
    </>
  );
}
