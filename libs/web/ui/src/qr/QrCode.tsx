import { create } from 'qrcode';
import { useMemo } from 'react';

interface Props {
  /** What a camera reads. It stands beside the code in another form, for whoever cannot scan it. */
  text: string;
  className?: string;
}

/** A QR code as one path: sharp at any size, black on white in the dark too; a quarter of it may be dirty. */
export function QrCode({ text, className }: Props) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg className={className} viewBox={`-2 -2 ${size + 4} ${size + 4}`} aria-hidden shapeRendering="crispEdges">
      <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { size: modules.size, path };
}
