/** A person or program that talks to the API over HTTP and does not give up at the first lost answer. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD } from './world.mjs';

const requestLimit = 30_000;
const patience = 90_000;
const firstPause = 250;
const longestPause = 2_000;

/** Answers that tell a client to try the same again. */
const isTryAgain = ({ status, body }) =>
  status === 503 || status === 429 || (status === 409 && body?.code === 'idempotency_in_progress');

/**
 * Signs a person in.
 *
 * @param urls a function that answers the addresses of the API processes: the session holds on each of them
 * @param options.ledger where every command and its answers are written
 */
export async function signIn(urls, person, options = {}) {
  const anonymous = createClient(urls, {}, options);
  const answer = await anonymous.insist('POST', '/auth/login', { email: person.email, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`sign-in of ${person.email}: ${answer.status} ${answer.text}`);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return createClient(urls, { cookie }, options);
}

/**
 * A caller with given credentials, who takes the API processes in turn.
 *
 * @returns `{headers, send, insist, perform}`: `send` is one attempt and throws when no answer comes; `insist`
 *   repeats while the server is away or busy; `perform` does the same for a command of the ledger
 */
export function createClient(urls, headers = {}, { ledger } = {}) {
  let turn = 0;
  const send = async (method, path, body, extra = {}) => {
    const known = urls();
    const began = performance.now();
    const form = body instanceof FormData;
    const response = await fetch(`${known[turn++ % known.length]}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body && !form && { 'content-type': 'application/json' }), ...extra },
      body: body && !form ? JSON.stringify(body) : body,
      signal: AbortSignal.timeout(requestLimit),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : undefined,
      ms: performance.now() - began,
    };
  };
  const insist = (method, path, body, extra) =>
    persist(() => send(method, path, body, { 'idempotency-key': randomUUID(), ...extra }));
  const perform = (command) => performCommand(send, command, ledger);
  return { headers, send, insist, perform };
}

async function persist(attempt) {
  const deadline = Date.now() + patience;
  for (let tries = 1; ; tries += 1) {
    const answer = await attempt().catch((error) => ({ status: 0, lost: error }));
    if (answer.status !== 0 && !isTryAgain(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`no final answer: ${answer.lost ?? answer.text}`);
    await sleep(pauseOf(answer, tries));
  }
}

/**
 * Repeats one command under its one Idempotency-Key until its outcome is known.
 *
 * @param command `{key, what, document, path, version, body}`
 * @returns the command with `outcome`: `done` (200), `refused` (another final answer), `answer-lost` (the key is taken
 *   though its answer is gone with a killed process: the effect is there), and the `answer`
 */
async function performCommand(send, command, ledger) {
  const { key, what, document, path, version, body } = command;
  const extra = { 'idempotency-key': key, 'if-match': `"v${version}"` };
  const deadline = Date.now() + patience;
  let taken = 0;
  for (let attempt = 1; ; attempt += 1) {
    ledger?.add({ what: 'sent', command: what, key, document, attempt });
    const answer = await send('POST', path, body, extra).catch((error) => ({ status: 0, lost: error }));
    const code = answer.body?.code;
    if (answer.status === 0) {
      ledger?.add({ what: 'no answer', key, attempt, cause: String(answer.lost.cause ?? answer.lost) });
    } else {
      ledger?.add({ what: `${answer.status}`, command: what, key, document, attempt, code, ms: answer.ms });
    }
    if (answer.status === 503 && !answer.headers.has('retry-after')) {
      ledger?.add({ what: '503 without Retry-After', key, text: answer.text });
    }
    if (answer.status !== 0 && !isTryAgain(answer)) {
      return { ...command, outcome: answer.status === 200 ? 'done' : 'refused', answer };
    }
    if (code === 'idempotency_in_progress' && (taken += 1) >= 3) {
      return { ...command, outcome: 'answer-lost', answer };
    }
    if (Date.now() > deadline) return { ...command, outcome: 'unknown', answer };
    await sleep(pauseOf(answer, attempt));
  }
}

/** What the server asked for, or longer and longer when it does not answer; a different moment for each client. */
function pauseOf({ headers }, attempt) {
  const asked = headers?.get('retry-after');
  const pause = asked ? Number(asked) * 1000 : firstPause * 2 ** (attempt - 1);
  return Math.min(pause, longestPause) * (0.5 + Math.random() / 2);
}
