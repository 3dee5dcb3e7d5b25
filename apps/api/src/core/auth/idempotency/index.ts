export { IdempotencyInterceptor, SecretAnswer } from './idempotency.interceptor.js';
export { IdempotencyStore } from './store.js';
