export { describeApiToken, hashApiToken, makeApiToken } from './api-token.js';
export { AuthModule } from './auth.module.js';
export { SecretAnswer } from './idempotency/index.js';
export { Passwords } from './passwords.js';
export { SessionCookies, type CookieSession } from './session-cookie.js';
