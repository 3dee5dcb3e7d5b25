/**
 * The queues. Mail has its own, so that a mail server that hangs holds up nothing else; scheduled work has its own,
 * so that a long scan does not delay reactions to events; what people asked for and wait for has its own, so that
 * neither waits for the other; so has the reading of files, which takes as long as it takes.
 */
export const QUEUES = ['events', 'mail', 'schedule', 'operations', 'texts'] as const;

export type QueueName = (typeof QUEUES)[number];

/** What a job carries: ids only, never data (reliability.md T32); the handler reads the rest from PostgreSQL. */
export type JobPayload = Readonly<Record<string, string>>;

/** A kind of job: its name, its queue, and when it runs by itself. */
export interface JobKind<Payload extends JobPayload = JobPayload> {
  readonly name: string;
  readonly queue: QueueName;
  /** Cron pattern in UTC of a job that runs by itself; such a job has no payload. */
  readonly schedule?: string;
  /** Whether a process also runs it once when it starts, to catch up after downtime. */
  readonly atStart?: boolean;
  /** Carries the payload's type; never set. */
  readonly payload?: Payload;
}

/** Declares a kind of job. One module declares it and registers its handler; others may only add it. */
export const defineJob = <Payload extends JobPayload = Record<string, never>>(
  kind: Omit<JobKind, 'payload'>,
): JobKind<Payload> => kind;
