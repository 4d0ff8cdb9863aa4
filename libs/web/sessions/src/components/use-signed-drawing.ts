import { type PointerEvent, useRef, useState } from 'react';

export const PAD = { width: 600, height: 200 } as const;
/** Nearer than this to the point before, in units of the pad, nothing is added: a path stays small. */
const STEP = 4;
/** As long as a path may be. */
const LONGEST = 20_000;

const inside = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

/** A line drawn with a finger, a pen or a mouse, as an SVG path. */
export function useSignedDrawing() {
  const [path, setPath] = useState('');
  const last = useRef<{ x: number; y: number } | null>(null);
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return {
      x: inside(((clientX - box.left) / box.width) * PAD.width, PAD.width),
      y: inside(((clientY - box.top) / box.height) * PAD.height, PAD.height),
    };
  };
  return {
    path,
    clear: () => setPath(''),
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      event.currentTarget.setPointerCapture?.(event.pointerId);
      const { x, y } = (last.current = pointOf(event));
      // A dot is a line too.
      setPath((before) => (before.length < LONGEST - 40 ? `${before}M${x} ${y}L${x} ${y}` : before));
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (!last.current) return;
      const point = pointOf(event);
      if (Math.hypot(point.x - last.current.x, point.y - last.current.y) < STEP) return;
      last.current = point;
      setPath((before) => (before.length < LONGEST - 20 ? `${before}L${point.x} ${point.y}` : before));
    },
    onPointerUp: () => {
      last.current = null;
    },
  };
}
