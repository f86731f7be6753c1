/** A wait in words: seconds up to two minutes, then whole minutes, then whole hours. */
export function duration(seconds: number): string {
  if (seconds < 120) return `${String(seconds)} seconds`;
  if (seconds < 7200) return `${String(Math.ceil(seconds / 60))} minutes`;
  return `${String(Math.ceil(seconds / 3600))} hours`;
}
