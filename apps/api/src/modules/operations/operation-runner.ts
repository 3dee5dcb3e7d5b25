import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { CONFIG, type Config } from '../../core/config/index.js';
import { Database } from '../../core/database/index.js';
import { asRefusal, Refusal } from '../../core/errors/index.js';
import { defineJob, Jobs } from '../../core/jobs/index.js';
import { isPassing, keptProblem } from './kept-problem.js';
import { OperationKinds } from './operation-kinds.js';
import { OperationWork } from './operation-work.js';
import { ResultStore } from './result-store.js';
import { ASKER, LEFT_BEHIND, TAKE, type TakenRow } from './operations.queries.js';
import { askerOf, type RunningOperation } from './running-operation.js';

const RUN = defineJob<{ operationId: string }>({ name: 'operations.run', queue: 'operations' });

/** How often it is looked for operations nobody works on: after a crash, a lost queue, a job that gave up. */
const SWEEP_EVERY_MS = 5_000;
/** Operations one look puts into the queue. */
const SWEEP_LIMIT = 100;
/** The queue is told of the same operation once in this time. */
const SWEEP_PERIOD_MS = 15_000;
/** The lease is renewed this often, whatever the work is busy with. */
const HOLD_EVERY_MS = 5_000;
/** What may pass by itself is given this long. */
const PAUSE_MS = 3_000;
/** An operation that has been taken up this often without anything being done is at fault itself. */
const MOST_ATTEMPTS = 20;

/**
 * Carries operations out. The table is the truth: the queue only says that there is work, and a worker takes an
 * operation by a lease that it renews; whoever has lost it writes nothing any more.
 */
@Injectable()
export class OperationRunner implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Operations');
  private timer: NodeJS.Timeout | undefined;
  private ending = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly kinds: OperationKinds,
    private readonly progress: OperationWork,
    private readonly results: ResultStore,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(RUN, ({ operationId }) => this.run(operationId));
  }

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.timer = setInterval(() => void this.sweepQuietly(), SWEEP_EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    this.ending = true;
    clearInterval(this.timer);
  }

  /** Tells the queue of a new operation. Never fails: one that the queue has not heard of is found by the sweep. */
  async start(operationId: string): Promise<void> {
    await this.jobs.add(RUN, [{ id: operationId, payload: { operationId } }]).catch((error: unknown) => {
      this.logger.warn(`operation waits for the queue: ${String(error)}`);
    });
  }

  /** Puts operations nobody works on into the queue. @returns how many */
  async sweep(): Promise<number> {
    const left = await this.database.asJobs((tx) =>
      tx.query<{ id: string }>(LEFT_BEHIND, [this.clock.now(), SWEEP_LIMIT]),
    );
    const period = Math.floor(Date.now() / SWEEP_PERIOD_MS);
    if (left.length > 0) {
      await this.jobs.add(
        RUN,
        left.map(({ id }) => ({ id: `${id}-${period}`, payload: { operationId: id } })),
      );
    }
    return left.length;
  }

  /** Does an operation, or what is left of it; nothing when somebody else does. What may pass is tried again. */
  async run(operationId: string): Promise<void> {
    const taken = await this.take(operationId);
    if (!taken) return;
    const scope = { organizationId: taken.organization_id, personId: taken.person_id };
    const actor = askerOf(taken);
    if (!actor) return this.end(scope, taken, withdrawnRights());
    const { id, turn, kind, action, input } = taken;
    const operation: RunningOperation = { id, turn, kind, action, input, actor };
    const holding = setInterval(
      () => void this.progress.hold(operation).catch(() => undefined),
      HOLD_EVERY_MS,
    ).unref();
    try {
      await this.work(operation);
    } catch (error) {
      if (!isWorthRetrying(error) || taken.attempts >= MOST_ATTEMPTS)
        return await this.end(scope, taken, error);
      this.logger.warn(`operation ${id} is tried again: ${String(error)}`);
      await this.pause(operation, PAUSE_MS);
    } finally {
      clearInterval(holding);
    }
  }

  /** Carries it out and ends it. Nobody asks for the file of one that was cancelled. */
  private async work(operation: RunningOperation): Promise<void> {
    const { actor, id } = operation;
    const result = await this.handlerOf(operation)(operation, () => this.ending);
    if (result === 'interrupted') return this.pause(operation, 0);
    if (await this.progress.finish(actor, operation, 'DONE', { ...(result && { result }) })) return;
    if (await this.progress.isCancelled(operation)) await this.results.remove(id);
  }

  /** Lets another worker, or the next look, go on with it. */
  private async pause(operation: RunningOperation, ms: number): Promise<void> {
    const until = new Date(this.clock.now().getTime() + ms);
    await this.progress.hold(operation, until).catch(() => undefined);
  }

  private async take(operationId: string): Promise<TakenRow | undefined> {
    const [asker] = await this.database.asJobs((tx) =>
      tx.query<Pick<Actor, 'organizationId' | 'personId'>>(ASKER, [operationId]),
    );
    if (!asker) return undefined;
    const values = [operationId, this.clock.now(), this.progress.leaseEnd()];
    const [row] = await this.database.transaction(asker, (tx) => tx.query<TakenRow>(TAKE, values));
    return row;
  }

  /** Ends an operation that cannot be done. */
  private async end(
    scope: Pick<Actor, 'organizationId' | 'personId'>,
    taken: TakenRow,
    error: unknown,
  ): Promise<void> {
    this.logger.warn(`operation ${taken.id} could not be done: ${String(error)}`);
    await this.progress.finish(scope, taken, 'FAILED', { problem: keptProblem(error) });
  }

  private handlerOf({ kind }: RunningOperation) {
    const handler = this.kinds.get(kind);
    if (!handler) throw new Refusal('internal', { detail: `nobody does operations of kind ${kind}` });
    return handler;
  }

  private async sweepQuietly(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      if (!this.ending) this.logger.warn(`operations not looked after: ${String(error)}`);
    }
  }
}

/** What we did not foresee may have been a moment's, too. */
const isWorthRetrying = (error: unknown) => isPassing(error) || asRefusal(error).code === 'internal';

const withdrawnRights = () =>
  new Refusal('forbidden', { detail: 'У того, кто начал операцию, больше нет прав в организации.' });
