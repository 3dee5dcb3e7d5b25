/** How often it is told how far an export is. */
const TELL_EVERY_MS = 500;

const LINE_FEED = 0x0a;

/**
 * Lets rows through and counts them, telling of it from time to time.
 *
 * @param rows a line each, as COPY writes them
 * @param tell is given how many have passed; what it throws ends the rows
 */
export async function* watchedRows(
  rows: AsyncIterable<Buffer>,
  tell: (count: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  let count = 0;
  let told = Date.now();
  for await (const part of rows) {
    for (let at = part.indexOf(LINE_FEED); at >= 0; at = part.indexOf(LINE_FEED, at + 1)) count += 1;
    yield part;
    if (Date.now() - told < TELL_EVERY_MS) continue;
    await tell(count);
    told = Date.now();
  }
  await tell(count);
}
