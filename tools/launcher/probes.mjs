import { connect as connectPlain, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { isPortFree } from '../postgres/ports.mjs';

/** Less than ten seconds with everything around it. */
const timeLimit = 8000;
const defaultPorts = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'redis:': 6379,
  'rediss:': 6379,
  'smtp:': 25,
  'smtps:': 465,
};

/** The request "do you speak TLS": every PostgreSQL answers it with one letter, and nothing else does. */
const postgresGreeting = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

function redisGreeting(address) {
  const user = decodeURIComponent(address.username);
  const password = decodeURIComponent(address.password);
  const command = (...words) =>
    `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
  const login = password ? command('AUTH', ...(user ? [user] : []), password) : '';
  return login + command('PING');
}

const probes = {
  databaseUrl: {
    variable: 'DATABASE_URL',
    service: 'PostgreSQL',
    greeting: () => postgresGreeting,
    judge: (text) => (/^[SN]/.test(text) ? 'right' : 'wrong'),
  },
  redisUrl: {
    variable: 'REDIS_URL',
    service: 'Redis',
    greeting: redisGreeting,
    judge: (text) => {
      if (text.includes('+PONG')) return 'right';
      return /^\+OK\r\n$/.test(text) ? 'more' : 'wrong';
    },
    complaint: (text) =>
      /^-(WRONGPASS|NOAUTH|ERR[^\r\n]*AUTH)/.test(text) && 'a user and password that it accepts',
  },
  smtpUrl: {
    variable: 'SMTP_URL',
    service: 'an SMTP server',
    greeting: () => '',
    judge: (text) => (/^220[ -]/.test(text) ? 'right' : 'wrong'),
  },
};
probes.databaseOwnerUrl = { ...probes.databaseUrl, variable: 'DATABASE_OWNER_URL' };

/**
 * Asks every configured service whether it is there and is what it should be, all at once.
 *
 * @param settings the checked environment
 * @param milliseconds how long a service may take to answer
 * @returns one line per problem, naming the variable and what is expected; no passwords
 */
export async function findUnreachable(settings, milliseconds = timeLimit) {
  const asked = Object.entries(probes).filter(([key]) => settings[key] !== undefined);
  const answers = await Promise.all(
    asked.map(([key, probe]) => ask(new URL(settings[key]), probe, milliseconds)),
  );
  return answers.filter((answer) => answer !== undefined);
}

async function ask(address, probe, milliseconds) {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const port = Number(address.port || defaultPorts[address.protocol]);
  const place = `${address.hostname}:${port}`;
  const { text, trouble } = await converse({ host, port, address, probe, milliseconds });
  if (text !== undefined && probe.judge(text) === 'right') return undefined;
  const expectation = probe.complaint?.(text ?? '') || `${probe.service} that answers at ${place}`;
  return `${probe.variable}: expected ${expectation} (${trouble ?? 'something else answered'})`;
}

/** Sends the greeting and reads until the answer can be judged. */
function converse({ host, port, address, probe, milliseconds }) {
  return new Promise((resolve) => {
    const secure = ['rediss:', 'smtps:'].includes(address.protocol);
    const connect = secure ? connectTls : connectPlain;
    const socket = connect({ host, port, ...(secure && !isIP(host) ? { servername: host } : {}) });
    let text = '';
    const finish = (answer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(
      () => finish({ trouble: `no answer in ${milliseconds / 1000} s` }),
      milliseconds,
    );
    socket.once(secure ? 'secureConnect' : 'connect', () => socket.write(probe.greeting(address)));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (probe.judge(text) !== 'more') finish({ text });
    });
    socket.once('error', (error) => finish({ trouble: error.code ?? error.message }));
    socket.once('close', () => finish({ trouble: 'the connection was closed' }));
  });
}

/** Why the API could not listen where it is told to, or undefined when it can. */
export async function findPortProblem({ port, host }) {
  try {
    if (await isPortFree(port, host)) return undefined;
    return `PORT: expected a free port; another program listens on ${port} (set PORT to another one)`;
  } catch (error) {
    if (error.code === 'EACCES')
      return `PORT: expected a port that this user may open; ${port} is reserved for root`;
    if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code)) {
      return `HOST: expected an address of this machine (${error.code})`;
    }
    throw error;
  }
}
