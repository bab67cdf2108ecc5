/** A delimiter as a person writes it: `\t` for a tab. */
export const delimiterText = (delimiter: string): string => delimiter.replaceAll('\t', '\\t');

/** What a person wrote as a delimiter; '' where it can be none: quotes and line ends are none. */
export function delimiterOf(text: string): string {
  const mark = text.replaceAll('\\t', '\t');
  return mark.length > 8 || /["'\r\n]/.test(mark) ? '' : mark;
}

/** Where columns begin, counted from 1. */
export const startsText = (starts: readonly number[]): string => starts.map((start) => start + 1).join(' ');

/** What a person wrote as such places, counted from 0; null where they don't rise or begin elsewhere than at 1. */
export function startsOf(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const starts = parts.map((part) => Number(part) - 1);
  const rise = starts.every(
    (start, at) => Number.isInteger(start) && start > (starts[at - 1] ?? -1) && start < 100_000
  );
  return starts[0] === 0 && rise ? starts : null;
}
