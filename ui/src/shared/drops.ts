/** Whether a drop is for something that takes one: a field of text, or one for files. */
function taken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('textarea, input:not([type=checkbox], [type=radio]), [contenteditable]') !== null;
}

/** What is dropped anywhere else stays where it came from; a web view would leave the page and open it. */
export function refuseDrop(event: DragEvent): void {
  if (taken(event.target)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}
