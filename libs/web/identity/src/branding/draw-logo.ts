const MOST = { width: 1024, height: 512, bytes: 512 * 1024 };
/** Of a drawing that does not say how large it is. */
const UNSAID = { width: 512, height: 256 };

/** How large a picture is drawn: as it is, or as large as fits. */
export function fitted(width: number, height: number, most: { width: number; height: number }) {
  const [w, h] = width > 0 && height > 0 ? [width, height] : [UNSAID.width, UNSAID.height];
  const by = Math.min(1, most.width / w, most.height / h);
  return { width: Math.max(1, Math.round(w * by)), height: Math.max(1, Math.round(h * by)) };
}

/**
 * Any picture that the browser can show, drawn as a PNG: of an SVG nothing is left but what one sees. Null where it cannot
 * be drawn; `too-large` where it stays too large however small it is drawn.
 */
export async function drawLogo(file: Blob): Promise<Blob | 'too-large' | null> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    for (
      let most = { ...MOST };
      most.width >= 128;
      most = { ...most, width: most.width / 2, height: most.height / 2 }
    ) {
      const png = await drawn(picture, fitted(picture.naturalWidth, picture.naturalHeight, most));
      if (!png) return null;
      if (png.size <= MOST.bytes) return png;
    }
    return 'too-large';
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function drawn(picture: HTMLImageElement, { width, height }: { width: number; height: number }): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
