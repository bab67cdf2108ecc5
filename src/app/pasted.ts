import {shell} from '../messages/shell';

let given = 0;

/** Text from the clipboard as a file, so that it is read as any other. */
export function pastedFile(text: string): File {
  return new File([text], shell.t('paste.name', {number: ++given}), {type: 'text/plain'});
}

/** What a paste outside of fields brings: files, or a table as text. Empty where it is neither. */
export function pastedFiles(event: ClipboardEvent): File[] {
  const {clipboardData: data} = event;
  if (!data || isField(event.target)) return [];
  if (data.files.length > 0 && !data.types.includes('text/plain')) return [...data.files];
  const text = data.getData('text/plain');
  return isTable(text) ? [pastedFile(text)] : [];
}

/** Two lines at least: a word that was still in the clipboard is no table. */
const isTable = (text: string): boolean => text.trim().includes('\n');

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
