import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { loadConfig } from './core/config/index.js';
import { EventRelay } from './core/events/index.js';
import { isCalendarDate } from './core/http/index.js';
import { Jobs, Purge } from './core/jobs/index.js';
import { Mailer } from './core/mail/index.js';
import { ExpireListings } from './modules/listings/index.js';
import { ReminderScan } from './modules/reminders/index.js';
import { TellOfNewListings } from './modules/saved-searches/index.js';

/** Exit code of a wrong command line (sysexits EX_USAGE). */
const EX_USAGE = 64;

const USAGE = `jobs list                                 what runs by itself, and when (UTC)
jobs reminders [--date YYYY-MM-DD]        today's reminders, or a drill: that date everywhere
jobs saved-searches [--date YYYY-MM-DD]   today's messages about new listings, or a drill
jobs listings [--date YYYY-MM-DD]         takes listings down whose last day is over, or a drill
jobs relay                                puts events that wait, and late ones, into the queue
jobs mail                                 sends every mail whose turn has come
jobs purge                                removes what has outlived its use
Every command takes --json.
`;

type Counts = Readonly<Record<string, unknown>>;
type Command = (app: INestApplicationContext, date: string | undefined) => Promise<Counts>;

const commands: Readonly<Record<string, Command>> = {
  list: (app) => {
    const scheduled = app
      .get(Jobs)
      .kinds()
      .filter((kind) => kind.schedule !== undefined);
    return Promise.resolve(Object.fromEntries(scheduled.map(({ name, schedule }) => [name, schedule])));
  },
  reminders: async (app, date) => {
    const scan = app.get(ReminderScan);
    const report = await (date === undefined ? scan.due() : scan.forDate(date));
    return { date: date ?? 'today', ...report };
  },
  'saved-searches': async (app, date) => ({
    date: date ?? 'today',
    ...(await app.get(TellOfNewListings).run(date)),
  }),
  listings: async (app, date) => ({
    date: date ?? 'today',
    expired: await app.get(ExpireListings).run(date),
  }),
  relay: async (app) => {
    const relay = app.get(EventRelay);
    return { relayed: await relay.pump(), late: await relay.sweep() };
  },
  mail: async (app) => ({ tried: await app.get(Mailer).deliverDue() }),
  purge: (app) => app.get(Purge).run(),
};

/** One job by hand: `node dist/jobs.js <command>`; prints what was done. */
const { positionals, values } = readArguments();
const command = commands[positionals[0] ?? ''];
if (!command || positionals.length > 1) refuse(`unknown command\n${USAGE}`);
if (values.date !== undefined && !isCalendarDate(values.date)) refuse('--date: expected a date YYYY-MM-DD\n');

const config = { ...loadConfig(), runJobs: false };
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: ['error', 'warn'],
  abortOnError: false,
});
const counts = await command(app, values.date);
process.stdout.write(values.json ? `${JSON.stringify(counts)}\n` : lines(counts));
await app.close();

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { date: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function refuse(message: string): never {
  process.stderr.write(message);
  process.exit(EX_USAGE);
}

function lines(counts: Counts): string {
  return Object.entries(counts)
    .map(([name, value]) => `${name}: ${String(value)}\n`)
    .join('');
}
