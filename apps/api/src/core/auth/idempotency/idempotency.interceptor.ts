import {
  Injectable,
  Logger,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, concatMap, from, of, type Observable } from 'rxjs';
import type { Actor, AuthenticatedRequest, IdempotencyClaim } from '../../access/index.js';
import { Refusal, violatedConstraint } from '../../errors/index.js';
import { IdempotencyStore, type StoredAnswer } from './store.js';

const SECRET_ANSWER = 'praktika:secret-answer';
/** The unique key that lets one of several twins commit. */
const CLAIM_KEY = 'idempotency_keys_pkey';

/** The route's answer holds a secret shown once: it is never stored, so a repeated key is told so instead. */
export const SecretAnswer = () => SetMetadata(SECRET_ANSWER, true);

/**
 * Answers a repeated `Idempotency-Key` with the first answer. Only success is stored: a refused command wrote
 * nothing, so repeating it is simply trying again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Idempotency');

  constructor(
    private readonly store: IdempotencyStore,
    private readonly reflector: Reflector,
  ) {}

  /** A request without a key goes straight on: nothing waits for it. */
  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    return hasClaim(actor) ? this.once(actor, context, next) : next.handle();
  }

  private async once(
    actor: Actor & { claim: IdempotencyClaim },
    context: ExecutionContext,
    next: CallHandler,
  ): Promise<Observable<unknown>> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const earlier = await this.store.find(actor);
    if (earlier) return of(replay(earlier, reply));

    const secret = this.reflector.get<boolean | undefined>(SECRET_ANSWER, context.getHandler()) ?? false;
    return next.handle().pipe(
      concatMap((body) => from(this.keep(actor, { status: reply.statusCode, body, secret }))),
      catchError((error: unknown) => from(this.afterFailure(actor, error, reply))),
    );
  }

  /** The effect is committed: an answer that could not be stored is still the answer. */
  private async keep(actor: Actor & { claim: IdempotencyClaim }, answer: StoredAnswer): Promise<unknown> {
    try {
      await this.store.fill(actor, answer);
    } catch (error) {
      this.logger.error({ traceId: actor.requestId, error }, 'the answer to a key was not stored');
    }
    return answer.body;
  }

  /**
   * A twin may have committed meanwhile: then this request failed on the claim's unique key, or because the twin
   * had already moved the document. Either way the twin's answer is the true one.
   */
  private async afterFailure(
    actor: Actor & { claim: IdempotencyClaim },
    error: unknown,
    reply: FastifyReply,
  ): Promise<unknown> {
    const foreseen = error instanceof Refusal || violatedConstraint(error) === CLAIM_KEY;
    const twin = foreseen ? await this.store.find(actor) : undefined;
    if (!twin) throw error;
    return replay(twin, reply);
  }
}

function hasClaim(actor: Actor | undefined): actor is Actor & { claim: IdempotencyClaim } {
  return actor?.claim !== undefined;
}

function replay({ status, body, secret }: StoredAnswer, reply: FastifyReply): unknown {
  if (secret) {
    throw new Refusal('duplicate', {
      detail: 'Запрос с этим ключом уже выполнен; секрет показывается только один раз',
    });
  }
  void reply.status(status).header('idempotency-replayed', 'true');
  return body ?? undefined;
}
