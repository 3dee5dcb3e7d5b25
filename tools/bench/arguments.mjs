import { parseArgs } from 'node:util';

export const USAGE = `How fast the product is, against floors that do the same and nothing else.

  npm run bench                       all of it, 1,000,000 documents; about half an hour on two cores
  npm run bench -- --quick            a small data set and short rounds: does it run, roughly how fast
  npm run bench -- --only NAMES       some of it, comma-separated: NAMES_OF_GOALS
  npm run bench -- --json FILE        writes every figure to a file too
  npm run bench -- --keep             keeps the data in .data/bench and uses what is kept there
`;

/**
 * How much is measured: documents of the large set, listings of the marketplace, rounds and their seconds, the warm-up (whichever ends first),
 * documents a contender of a command may use, runs of the scan, rows of a short and a long import and single calls
 * against it.
 */
const SCALES = {
  full: {
    ...{ documents: 1_000_000, listings: 1_000_000, rounds: 9, seconds: 3, scans: 7, commands: 20_000 },
    warmUp: { requests: 6000, seconds: 60 },
    imports: { rows: 10_000, long: 50_000, single: 500 },
  },
  quick: {
    ...{ documents: 50_000, listings: 50_000, rounds: 3, seconds: 1, scans: 3, commands: 3000 },
    warmUp: { requests: 1000, seconds: 15 },
    imports: { rows: 2_000, long: 10_000, single: 50 },
  },
};

/** The command was called wrongly. */
export class UsageError extends Error {}

/**
 * Arguments of the bench.
 *
 * @param argv the words after the program's name
 * @param names what may be asked for by `--only`
 * @returns `{help, quick, keep, json, only, scale}`
 * @throws UsageError naming the first wrong word
 */
export function readArguments(argv, names) {
  const values = parse(argv);
  const only = values.only?.split(',').map((name) => name.trim());
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`--only: ${unknown} is none of ${names.join(', ')}`);
  return { ...values, only: only ?? names, scale: values.quick ? SCALES.quick : SCALES.full };
}

function parse(args) {
  try {
    const flag = { type: 'boolean', default: false };
    const options = {
      quick: flag,
      keep: flag,
      help: flag,
      only: { type: 'string' },
      json: { type: 'string' },
    };
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}
