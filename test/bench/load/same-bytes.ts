/** Floor and product must do the same work: their answers are the same to the byte. */
export function assertSameBytes(ours: string, floor: string): void {
  if (ours.length < 3) throw new Error(`The product answered nothing: ${ours}`);
  if (ours === floor) return;
  throw new Error(`The floor answers otherwise than the product.\nproduct: ${ours}\nfloor:   ${floor}`);
}
