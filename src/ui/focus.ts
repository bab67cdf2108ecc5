/** Where a dialog opens: puts the focus on the element inside that has `data-autofocus`, if there is one. */
export function focusWanted(event: Event): void {
  const wanted = document.querySelector<HTMLElement>('[role="dialog"] [data-autofocus]');
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
}
