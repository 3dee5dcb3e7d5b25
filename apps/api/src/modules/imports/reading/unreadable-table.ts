/** Why a table could not be read at all. */
export type TableFault = 'damaged' | 'empty' | 'too_many_rows' | 'unclosed_quote' | 'too_complex';

/** A table that is refused as a whole; `message` is for people. */
export class UnreadableTable extends Error {
  constructor(
    readonly code: TableFault,
    message: string,
  ) {
    super(message);
    this.name = 'UnreadableTable';
  }
}
