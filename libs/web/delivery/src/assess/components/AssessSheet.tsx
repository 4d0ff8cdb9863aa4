import type { AssessmentSheet, SignedAssessment } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Notice, Plate, Section } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { removePhoto, sheetQuery } from '../api/assessments.js';
import { useAssessmentDraft } from '../draft/use-assessment-draft.js';
import { AreaField } from '../fields/AreaField.js';
import { shrinkPicture } from '../photos/shrink-picture.js';
import { usePhotos } from '../photos/use-photos.js';
import { assessTexts } from '../texts.js';
import { AssessItem } from './AssessItem.js';
import styles from './AssessSheet.module.css';
import { ConflictChoice } from './ConflictChoice.js';
import { DraftState } from './DraftState.js';
import { DropAssessment } from './DropAssessment.js';
import { OutcomePanel } from './OutcomePanel.js';
import { Paragraphs } from './Paragraphs.js';

interface Props {
  sheet: AssessmentSheet;
  onSigned: (signed: SignedAssessment) => void;
}

/** An assessment being made: everything stands on this device at once and goes to the server by itself. */
export function AssessSheet({ sheet, onSigned }: Props) {
  const { t } = useTexts(assessTexts);
  const client = useQueryClient();
  const { draft, view } = useAssessmentDraft(sheet);
  const refresh = () => void client.refetchQueries({ queryKey: sheetQuery(sheet.id).queryKey });
  const { sender, waiting } = usePhotos(sheet.id, refresh);
  const { items, instructions, photos: photosTaken } = sheet.settings;
  const looked = items.filter(({ id }) => typeof view.results.get(id)?.met === 'boolean').length;
  const takePhoto = (itemId: string) => (file: File) =>
    void shrinkPicture(file).then((picture) => sender.add(itemId, picture));
  const dropPhoto = (id: string, here: boolean) => {
    if (here) void sender.remove(id);
    else void removePhoto(sheet.id, id).finally(refresh);
  };
  return (
    <>
      <div className={styles.lead}>
        {sheet.askedNote && <Notice>{t('sheet.asks', { name: sheet.name, note: sheet.askedNote })}</Notice>}
        {instructions && <Paragraphs text={instructions} />}
        {view.status === 'conflict' && <ConflictChoice sheetId={sheet.id} draft={draft} />}
      </div>
      <Section
        title={t('sheet.checklist')}
        aside={<Plate>{t('sheet.looked', { done: looked, total: items.length })}</Plate>}
      >
        <DraftState status={view.status} />
        <ol className={styles.items}>
          {items.map((item, index) => (
            <AssessItem
              key={item.id}
              item={item}
              number={index + 1}
              result={view.results.get(item.id)}
              photosTaken={photosTaken}
              photos={sheet.photos.filter((photo) => photo.itemId === item.id)}
              waiting={waiting.filter((photo) => photo.itemId === item.id)}
              onResult={(change) => draft.setResult(item.id, change)}
              onPhoto={takePhoto(item.id)}
              onRemovePhoto={dropPhoto}
            />
          ))}
        </ol>
        <div className={styles.overall}>
          <AreaField
            label={t('optional', { label: t('sheet.overall') })}
            hint={t('sheet.overallHint', { name: sheet.name })}
            value={view.note}
            maxLength={2000}
            rows={3}
            onChange={(event) => draft.setNote(event.target.value)}
          />
          {photosTaken && <p className={styles.privacy}>{t('sheet.photosLead', { name: sheet.name })}</p>}
        </div>
      </Section>
      <OutcomePanel
        sheet={sheet}
        draft={draft}
        view={view}
        photosWaiting={waiting.length}
        onSigned={(signed) => {
          draft.finish();
          onSigned(signed);
        }}
      />
      <DropAssessment sheet={sheet} draft={draft} />
    </>
  );
}
