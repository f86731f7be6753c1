/** `1 model`, `3 models`; `plural` where it is not made by an s. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
