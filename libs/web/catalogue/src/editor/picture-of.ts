/** Pixels; a poster is looked at on a screen, not printed. */
const WIDEST = 1280;

/** What a film shows at this moment, as a JPEG file. Rejects before there is anything to see. */
export async function pictureOf(film: HTMLVideoElement, name: string): Promise<File> {
  const { videoWidth, videoHeight } = film;
  const scale = Math.min(1, WIDEST / videoWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d');
  if (!context || !(canvas.width > 0)) throw new Error('Nothing is shown yet');
  context.drawImage(film, 0, 0, canvas.width, canvas.height);
  const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86));
  if (!bytes) throw new Error('The browser made no picture');
  return new File([bytes], name, { type: 'image/jpeg' });
}
