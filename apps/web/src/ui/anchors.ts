/** Id of the element that holds the field a JSON pointer leads to: `/terms/validTo` → `field-terms-validTo`. */
export function anchorOf(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`;
}

/** Moves the focus to the field of a pointer; to its nearest parent when the field itself is not on the page. */
export function focusField(pointer: string): boolean {
  for (let path = pointer; path.length > 0; path = path.slice(0, path.lastIndexOf('/'))) {
    const holder = document.getElementById(anchorOf(path));
    if (!holder) continue;
    const control = holder.querySelector<HTMLElement>('input, textarea, select, button, [tabindex]');
    (control ?? holder).focus();
    holder.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
