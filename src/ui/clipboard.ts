/** Puts text on the clipboard, also where the page is not served securely. */
export async function copy(text: string, target: Document = document): Promise<void> {
  const clipboard = target.defaultView?.navigator.clipboard;
  if (clipboard) return clipboard.writeText(text);
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  target.addEventListener('copy', put, {once: true});
  target.execCommand('copy');
  target.removeEventListener('copy', put);
}
