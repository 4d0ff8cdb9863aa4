import { useEffect, useState, type RefObject } from 'react';

/** Whether something has come near the part of the page that is seen; it stays so. */
export function useNear(box: RefObject<Element | null>, margin = '600px'): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !box.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: margin },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, margin, near]);
  return near;
}
