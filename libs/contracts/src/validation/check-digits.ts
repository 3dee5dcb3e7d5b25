/** Weighted sum of the leading digits of `value`. */
function weighted(value: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0);
}

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, ...INN_10];
const INN_12 = [3, ...INN_11];

/** ИНН of a legal entity: ten digits, the last one a check digit (domain.md §3.3). */
export function isInnOfLegalEntity(value: string): boolean {
  return /^\d{10}$/.test(value) && (weighted(value, INN_10) % 11) % 10 === Number(value[9]);
}

/** ИНН of a person or a sole proprietor: twelve digits, the last two check digits. */
export function isInnOfPerson(value: string): boolean {
  return (
    /^\d{12}$/.test(value) &&
    (weighted(value, INN_11) % 11) % 10 === Number(value[10]) &&
    (weighted(value, INN_12) % 11) % 10 === Number(value[11])
  );
}

/** ИНН of either kind. */
export function isInn(value: string): boolean {
  return isInnOfLegalEntity(value) || isInnOfPerson(value);
}

/** Remainder of a number of any length, digit by digit: 15 digits times ten overflow exact integers otherwise. */
function remainder(digits: string, divisor: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0);
}

/** ОГРН: thirteen digits; the last is that of the first twelve modulo 11. */
export function isOgrn(value: string): boolean {
  return /^\d{13}$/.test(value) && remainder(value.slice(0, 12), 11) % 10 === Number(value[12]);
}

/** ОГРНИП: fifteen digits; the last is that of the first fourteen modulo 13 (10, 11, 12 give 0, 1, 2). */
export function isOgrnip(value: string): boolean {
  return /^\d{15}$/.test(value) && remainder(value.slice(0, 14), 13) % 10 === Number(value[14]);
}

/** КПП: nine signs, the fifth and sixth may be letters; it has no check digit. */
export function isKpp(value: string): boolean {
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(value);
}

/** СНИЛС, digits only: eleven; numbers up to 001-001-998 carry no check digits. */
export function isSnils(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false;
  if (Number(value.slice(0, 9)) <= 1_001_998) return true;
  const sum = weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (sum === 100 ? 0 : sum) === Number(value.slice(9));
}

/** The digits of a number typed with spaces and dashes. */
export function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}
