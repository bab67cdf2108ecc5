/** All files of a drop, those inside dropped folders too, in the order of their paths; none where it held no files. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries must be asked for before the first await: the browser empties the list afterwards.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const nested = await Promise.all(entries.filter((entry) => entry !== null).map(filesIn));
  return nested.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) break;
    children.push(...batch.filter(({name}) => !name.startsWith('.')));
  }
  children.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(children.map(filesIn))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** The files of a chosen folder without those that systems hide in it, in the order of their paths. */
export function withoutHidden(files: readonly File[]): File[] {
  const path = (file: File): string => file.webkitRelativePath || file.name;
  const shown = files.filter(
    (file) =>
      !path(file)
        .split('/')
        .some((part) => part.startsWith('.'))
  );
  return shown.sort((a, b) => (path(a) < path(b) ? -1 : 1));
}
