/** Gives the person a file. The name is cleaned of what file systems refuse. */
export function download(name: string, blob: Blob, target: Document = document): void {
  const url = URL.createObjectURL(blob);
  const link = target.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name without characters that Windows, macOS or Linux refuse in file names. */
export function fileName(name: string): string {
  const clean = name
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return clean.slice(0, 180) || 'download';
}
