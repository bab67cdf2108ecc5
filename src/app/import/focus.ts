/** Has the focus while it is there, and gives it back to what had it before. */
export function holdFocus(node: HTMLElement): () => void {
  const before = node.ownerDocument.activeElement;
  node.focus({preventScroll: true});
  return () => queueMicrotask(() => before instanceof HTMLElement && before.isConnected && before.focus());
}
