/** Looks at the API all the time, as a monitor would, and remembers what it saw. */
import { setTimeout as sleep } from 'node:timers/promises';

const pause = 100;

/**
 * @param url the API's address
 * @param headers credentials of somebody who asks for a page that needs the database
 * @returns `{seen, stop}`: `seen` holds `{at, path, status, retryAfter}`; status 0 means that no answer came
 */
export function startProbe(url, headers) {
  const seen = [];
  let stopped = false;
  const look = async (path, init) => {
    const at = Date.now();
    const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(15_000) }).catch(
      () => undefined,
    );
    await answer?.arrayBuffer().catch(() => undefined);
    seen.push({
      at,
      path,
      status: answer?.status ?? 0,
      retryAfter: answer?.headers.get('retry-after') ?? null,
      ms: Date.now() - at,
    });
  };
  const loop = async (path, init) => {
    while (!stopped) {
      await look(path, init);
      await sleep(pause);
    }
  };
  const looking = Promise.all([
    loop('/api/health/live'),
    loop('/api/health/ready'),
    loop('/api/v1/documents?limit=5', { headers }),
  ]);
  return {
    seen,
    stop: async () => {
      stopped = true;
      await looking;
    },
  };
}
