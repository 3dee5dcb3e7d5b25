/**
 * A scanner of its own process: runs the reminder scan for one date after another, as `jobs reminders --date` does.
 * Words: first date, number of days, documents per transaction. Writes one line of JSON per day.
 */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

const dist = new URL('../../../apps/api/dist/', import.meta.url);
const { AppModule } = await import(new URL('app.module.js', dist));
const { loadConfig } = await import(new URL('core/config/index.js', dist));
const { ReminderScan } = await import(new URL('modules/reminders/index.js', dist));

const [first, days, pageSize] = process.argv.slice(2);
const app = await NestFactory.createApplicationContext(AppModule.with({ ...loadConfig(), runJobs: false }), {
  logger: ['error'],
  abortOnError: false,
});
const scan = app.get(ReminderScan);
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
for (let day = 0; day < Number(days); day += 1) {
  const date = new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10);
  const { reminders, transactions } = await scan.forDate(date, Number(pageSize));
  process.stdout.write(`${JSON.stringify({ date, reminders, transactions })}\n`);
}
process.stdin.destroy();
await app.close();
