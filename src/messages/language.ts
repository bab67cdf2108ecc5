/** Languages that the interface speaks; more are added as files of words and a line here. */
const spoken = ['en'] as const;

/** The interface language: the first of the browser's that Rapport speaks, else English. */
export function language(): string {
  const wanted = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  const tags = wanted.map((tag) => tag.split('-')[0]);
  return spoken.find((tag) => tags.includes(tag)) ?? 'en';
}

/** The locale of numbers and dates: the browser's own variant of the interface language, else that language. */
export function locale(): string {
  const wanted = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  return wanted.find((tag) => tag.split('-')[0] === language()) ?? 'en-GB';
}
