import { useEffect, useState } from 'react';

/** True for the first so many milliseconds of a page: for what should have happened by then, or will not. */
export function useFresh(milliseconds: number): boolean {
  const [fresh, setFresh] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setFresh(false), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return fresh;
}
