import type { Pdf } from '@lms/api-platform';
import { create } from 'qrcode';

/** A QR code drawn with squares: sharp at any size. It forgives a quarter of it being dirty. */
export function drawQrCode(pdf: Pdf, text: string, x: number, y: number, size: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const one = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      // A hair wider than it is, so that no light shows between neighbours.
      if (modules.get(row, column)) pdf.rect(x + column * one, y + row * one, one + 0.05, one + 0.05);
    }
  }
  pdf.fill('#000000');
}
