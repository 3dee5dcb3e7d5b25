/** Id of the element that holds the field a JSON pointer leads to: `/terms/validTo` → `field-terms-validTo`. */
export function anchorOf(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`;
}

/** The element of a pointer, or of its nearest parent when the field itself is not on the page. */
function holderOf(pointer: string): HTMLElement | undefined {
  for (let path = pointer; path.length > 0; path = path.slice(0, path.lastIndexOf('/'))) {
    const holder = document.getElementById(anchorOf(path));
    if (holder) return holder;
  }
  return undefined;
}

/** A list of faults in the order their fields stand on the page; what has no place there comes last. */
export function inPageOrder<Fault extends { pointer: string }>(faults: readonly Fault[]): Fault[] {
  return faults
    .map((fault) => ({ fault, holder: holderOf(fault.pointer) }))
    .sort(({ holder: one }, { holder: other }) => {
      if (!one || !other) return Number(!one) - Number(!other);
      const place = one.compareDocumentPosition(other);
      if (place & Node.DOCUMENT_POSITION_FOLLOWING) return -1;
      return place & Node.DOCUMENT_POSITION_PRECEDING ? 1 : 0;
    })
    .map(({ fault }) => fault);
}

/** Moves the focus to the field of a pointer; to its nearest parent when the field itself is not on the page. */
export function focusField(pointer: string): boolean {
  const holder = holderOf(pointer);
  if (!holder) return false;
  const control = holder.querySelector<HTMLElement>('input, textarea, select, button, [tabindex]');
  (control ?? holder).focus();
  holder.scrollIntoView({ block: 'center' });
  return true;
}
