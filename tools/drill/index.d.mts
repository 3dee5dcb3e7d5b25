/** Addresses of a migrated database. */
export interface DatabaseAddresses {
  readonly appUrl: string;
  readonly ownerUrl: string;
}

/** What a drill found. */
export interface DrillResult {
  readonly figures: readonly { readonly text: string; readonly value: number }[];
  readonly checks: readonly { readonly text: string; readonly passed: boolean; readonly details: string }[];
  /** The checks that did not pass, in words. */
  failures(): string[];
}

export function killApi(options: {
  database: DatabaseAddresses;
  redisUrl?: string | undefined;
  documents: number;
  rounds?: number;
  kills: number;
  apis?: number;
}): Promise<DrillResult>;

export function killBatch(options: {
  database: DatabaseAddresses;
  redisUrl?: string | undefined;
  documents: number;
  kills: number;
}): Promise<DrillResult>;

export function killImport(options: {
  database: DatabaseAddresses;
  redisUrl?: string | undefined;
  rows: number;
  kills: number;
}): Promise<DrillResult>;

export function killPostgres(options: {
  database: DrillDatabase;
  documents: number;
  rounds?: number;
  downFor?: number;
}): Promise<DrillResult>;

export function twoScanners(options: {
  database: DatabaseAddresses;
  env: Readonly<Record<string, string | undefined>>;
  documents: number;
  pairs?: number;
  days?: number;
  pageSize: number;
}): Promise<DrillResult>;

/** A PostgreSQL of one's own. */
export interface DrillDatabase extends DatabaseAddresses {
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function startDatabase(options?: { fast?: boolean }): Promise<DrillDatabase>;

export interface DrillPerson {
  readonly id: string;
  readonly email: string;
}

export interface DrillOrganization {
  readonly id: string;
  readonly fullName: string;
  readonly profileEmail: string;
  readonly head: DrillPerson;
  readonly manager: DrillPerson;
}

export interface DrillPair {
  readonly employer: DrillOrganization;
  readonly university: DrillOrganization;
}

export function createWorld(ownerUrl: string, options?: { pairs?: number }): Promise<DrillPair[]>;

/** A process of the product. */
export interface Program {
  readonly pid: number;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  alive(): boolean;
  output(): string;
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

export interface System {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly apis: readonly (Program & { readonly url: string })[];
  readonly workers: readonly Program[];
  urls(): string[];
  stop(): Promise<void>;
}

export function startSystem(options: {
  database: DatabaseAddresses;
  apis?: number;
  workers?: number;
  redisUrl?: string | undefined;
  smtpUrl?: string | undefined;
}): Promise<System>;

/** An answer of the API; `body` is what the JSON said. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export interface Client {
  readonly headers: Readonly<Record<string, string>>;
  /** One attempt. */
  send(
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Repeats while the server is away or busy. */
  insist(
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export function signIn(urls: () => string[], person: DrillPerson): Promise<Client>;
export function createClient(urls: () => string[], headers?: Readonly<Record<string, string>>): Client;

export interface Card {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly revision: { readonly id: string } | null;
}

export function createDraft(author: Client, partnerId: string): Promise<{ card: Card; bytes: Buffer }>;
export function act(caller: Client, card: Card, action: string, body?: object): Promise<Card>;
export function expectStatus(answer: Answer, status: number): Record<string, unknown>;

export interface Signing {
  sign(organization: DrillOrganization, bytes: Uint8Array): Promise<{ cms: string; sha256: string }>;
}

export function createSigning(ownerUrl: string): Promise<Signing>;

export interface SmtpSink {
  readonly url: string;
  readonly mails: readonly { readonly id: string; readonly to: string; readonly subject: string }[];
  close(): Promise<void>;
}

export function startSmtpSink(): Promise<SmtpSink>;

/** Waits until every event is handled and no mail waits. @returns milliseconds */
export function settle(ownerUrl: string, limit: number): Promise<number>;
export function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limit?: number,
): Promise<number>;
