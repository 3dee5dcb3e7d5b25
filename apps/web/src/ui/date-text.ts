/** Digits typed or pasted in any shape, with the dots of ДД.ММ.ГГГГ put in; an ISO date is turned round. */
export function maskDate(typed: string): string {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(typed);
  if (iso) return `${iso[3]}.${iso[2]}.${iso[1]}`;
  const parts = typed.split(/[^\d]+/).filter(Boolean);
  // «1.9.2026» is padded only when the person has parted the numbers themselves.
  if (parts.length === 3 && parts[2]?.length === 4) {
    return `${parts[0]?.padStart(2, '0')}.${parts[1]?.padStart(2, '0')}.${parts[2]}`.slice(0, 10);
  }
  const digits = typed.replace(/\D/g, '').slice(0, 8);
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('.');
}

/** `YYYY-MM-DD` of a complete and existing typed date, else an empty string: 31.02 is not a date. */
export function isoFromTyped(typed: string): string {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(typed);
  if (!match) return '';
  const iso = `${match[3]}-${match[2]}-${match[1]}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : '';
}

/** Typed to the end, be there such a day or not. */
export function isWholeDate(typed: string): boolean {
  return /^\d{2}\.\d{2}\.\d{4}$/.test(typed);
}

/** A stored date as it is typed. */
export function typedFromIso(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? `${match[3]}.${match[2]}.${match[1]}` : '';
}
