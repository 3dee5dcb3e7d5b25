/**
 * What each environment variable may hold. A rule takes the text and answers either
 * `{ value }` or `{ expected }`; the text itself never appears in an answer, because it may be a secret.
 */
const accepted = (value) => ({ value });
const refused = (expected) => ({ expected });

const secretLength = 32;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** A whole number that can be a TCP port. */
export function port(text) {
  const number = Number(text);
  return /^\d{1,5}$/.test(text) && number >= 1 && number <= 65535
    ? accepted(number)
    : refused('a whole number from 1 to 65535');
}

/** One word out of a closed list. */
export function oneOf(...words) {
  return (text) => (words.includes(text) ? accepted(text) : refused(`one of: ${words.join(', ')}`));
}

export const logLevel = oneOf(...logLevels);

/** `yes` or `no`, as a boolean. */
export function yesOrNo(text) {
  return text === 'yes' || text === 'no' ? accepted(text === 'yes') : refused('yes or no');
}

/** A host name or an IP address to listen on. */
export function host(text) {
  return /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text) || /^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*$/.test(text)
    ? accepted(text)
    : refused('a host name or an IP address');
}

/** Parses an address and checks that its user and password are decodable; undefined when it is not an address. */
function parseAddress(text, protocols) {
  if (/\s/.test(text)) return undefined;
  try {
    const address = new URL(text);
    decodeURIComponent(address.username);
    decodeURIComponent(address.password);
    return protocols.includes(address.protocol) && address.hostname !== '' && address.port !== '0'
      ? address
      : undefined;
  } catch {
    return undefined;
  }
}

/** `postgres://user:password@host:port/database`, the form that every PostgreSQL client understands. */
export function postgresAddress(text) {
  const address = parseAddress(text, ['postgres:', 'postgresql:']);
  return address && address.username !== '' && /^\/[^/]+$/.test(address.pathname)
    ? accepted(text)
    : refused('postgres://user:password@host:port/database');
}

/** `redis://host:port` or `rediss://` for TLS, optionally with a user, a password and a database number. */
export function redisAddress(text) {
  const address = parseAddress(text, ['redis:', 'rediss:']);
  return address && /^(\/\d*)?$/.test(address.pathname)
    ? accepted(text)
    : refused('redis://user:password@host:port or rediss://user:password@host:port');
}

/** `smtp://host:port` (STARTTLS when offered) or `smtps://` (TLS from the first byte). */
export function smtpAddress(text) {
  const address = parseAddress(text, ['smtp:', 'smtps:']);
  return address && ['', '/'].includes(address.pathname)
    ? accepted(text)
    : refused('smtp://user:password@host:port or smtps://user:password@host:port');
}

/** The address people type in the browser: scheme, host, port and nothing after them. */
export function siteAddress(text) {
  const address = parseAddress(text, ['http:', 'https:']);
  const bare = address && address.pathname === '/' && !address.search && !address.hash && !address.username;
  return bare ? accepted(address.origin) : refused('https://host or http://host:port, without a path');
}

/** `name@host` or `Name <name@host>`; no line breaks, which would forge mail headers. */
export function mailbox(text) {
  return /^(?:[^<>\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)
    ? accepted(text)
    : refused('name@host or Name <name@host>');
}

/** A secret long enough not to be guessed; counted in characters. */
export function secret(text) {
  return text.length >= secretLength ? accepted(text) : refused(`at least ${secretLength} characters`);
}

/** A path in the file system; whether it can be used is found out by whoever uses it. */
export function path(text) {
  return text.trim() === text && !text.includes('\0') ? accepted(text) : refused('a path to a folder');
}
