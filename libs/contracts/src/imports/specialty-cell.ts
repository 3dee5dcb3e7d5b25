/** A spreadsheet takes `09.02.07` for the ninth of February 2007: the code back out of such a date. */
export function specialtyOfCell(text: string | undefined): string | undefined {
  const date = text === undefined ? null : /^(?:19|20)(\d{2})-(\d{2})-(\d{2})$/.exec(text);
  return date ? `${date[3]}.${date[2]}.${date[1]}` : text;
}
