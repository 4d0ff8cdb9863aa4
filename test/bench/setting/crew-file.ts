const HEADINGS =
  'Organisation,Employee number,Given name,Family name,Job role,Group,First day,Line manager,Work e-mail';
const CREWS = 40;
const LINE = 25;

/** A CSV of so many people at forty organisations, every twenty-fifth of whom manages the others. */
export function crewFile(people: number): string {
  const lines = Array.from({ length: people }, (_, i) => {
    const crew = 1 + (Math.floor(i / LINE) % CREWS);
    const manager = i % LINE === 0 ? '' : `E${i - (i % LINE)}`;
    return `Crew ${crew},E${i},Sam,Number ${i},Operative,site,2026-01-05,${manager},sam${i}@crew${crew}.example`;
  });
  return `${[HEADINGS, ...lines].join('\n')}\n`;
}
