import { Interrupted } from './errors.mjs';

/** npm hands Ctrl+C down although the terminal has sent it to everybody: the echo is not a second press. */
const echo = 1000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * What a command has started and must stop, in reverse order, however it ends.
 *
 *     const lifetime = openLifetime();
 *     try { …; lifetime.onClose(() => server.stop()); … } finally { await lifetime.close(); }
 *
 * A first signal interrupts whatever is awaited through `lifetime`; another one, a second later, ends the patience:
 * children get SIGKILL at once.
 */
export function openLifetime() {
  const interruption = new AbortController();
  const haste = new AbortController();
  const cleanups = [];
  let firstAt;
  const onSignal = (name) => {
    if (firstAt !== undefined && Date.now() - firstAt > echo) haste.abort();
    firstAt ??= Date.now();
    interruption.abort(new Interrupted(name));
  };
  for (const name of signals) process.on(name, onSignal);
  const signalled = new Promise((_, reject) => {
    interruption.signal.addEventListener('abort', () => reject(interruption.signal.reason), { once: true });
  });
  // nobody may be waiting when it comes
  signalled.catch(() => undefined);

  return {
    /** Aborted by the first signal; its reason is an Interrupted. */
    interrupted: interruption.signal,
    /** Aborted by the second signal. */
    hurried: haste.signal,
    /** Throws when a signal has come. */
    check: () => interruption.signal.throwIfAborted(),
    /** Registers what must be undone; last in, first out. */
    onClose: (cleanup) => cleanups.push(cleanup),
    /** The first of the promises to be kept, unless a signal comes first: then Interrupted is thrown. */
    first: (...promises) => Promise.race([signalled, ...promises]),
    close: async () => {
      for (const cleanup of cleanups.reverse().splice(0)) {
        try {
          await cleanup();
        } catch (error) {
          console.error(error);
        }
      }
      for (const name of signals) process.off(name, onSignal);
    },
  };
}
