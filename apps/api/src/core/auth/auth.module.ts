import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { CONFIG, type Config } from '../config/index.js';
import { DeclaredQueryGuard } from '../http/declared-query.guard.js';
import { AccessGuard } from './access.guard.js';
import { Authentication } from './authentication.js';
import { CsrfGuard } from './csrf.guard.js';
import { IdempotencyInterceptor, IdempotencyStore } from './idempotency/index.js';
import { Passwords } from './passwords.js';
import { SESSION_ALGORITHM, SESSION_AUDIENCE, SESSION_ISSUER, SessionCookies } from './session-cookie.js';
import { SessionStrategy } from './session.strategy.js';

/** Who calls, whether the browser was tricked into it, and whether it was done already: for every route. */
@Global()
@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        secret: config.sessionSecret,
        signOptions: { algorithm: SESSION_ALGORITHM, issuer: SESSION_ISSUER, audience: SESSION_AUDIENCE },
      }),
    }),
  ],
  providers: [
    Authentication,
    IdempotencyStore,
    Passwords,
    SessionCookies,
    SessionStrategy,
    // in this order: a forged request is refused before its cookie is looked at
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    // after it: whoever may not come in learns nothing of a route's parameters
    { provide: APP_GUARD, useClass: DeclaredQueryGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Passwords, SessionCookies],
})
export class AuthModule {}
