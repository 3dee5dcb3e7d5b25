/** What a backslash and a letter stand for in COPY's text format. */
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Rows of PostgreSQL's `COPY … TO STDOUT` in its text format, as many at a time as have arrived. */
export async function* rowsOf(input: NodeJS.ReadStream): AsyncGenerator<(string | null)[][]> {
  let rest = '';
  for await (const part of input.setEncoding('utf8')) {
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map(cellsOf);
  }
}

const cellsOf = (line: string) => line.split('\t').map(cellOf);

function cellOf(cell: string): string | null {
  if (!cell.includes('\\')) return cell;
  if (cell === '\\N') return null;
  return cell.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}
