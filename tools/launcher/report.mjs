/**
 * Progress for a person: one line per step, with the seconds since the command began.
 *
 * @param stream standard output, or standard error for a command whose output is data
 */
export function createReport(stream = process.stdout) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`.padStart(8);
  const line = (text) => stream.write(`${text}\n`);
  return {
    line,
    step: (text) => line(`${seconds()}  ${text}`),
    heading: (text) => line(`\n━━ ${text} ${'━'.repeat(Math.max(4, 90 - text.length))}`),
    /** Repeats that the step goes on, so that a silent minute does not look like a hang. Call the answer to end it. */
    during: (text, every = 10_000) => {
      const timer = setInterval(() => line(`${seconds()}  … ${text}`), every);
      return () => clearInterval(timer);
    },
    /** Where the output of programs we run goes. */
    outputOfChildren: stream === process.stdout ? 'inherit' : stream,
  };
}
