import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../lib/client.mjs';
import { createDraft, act } from '../lib/documents.mjs';
import { evidenceOf, findBroken, findWrongBells, mailsOf } from '../lib/evidence.mjs';
import { groupBy, percentile } from '../lib/ledger.mjs';
import { hasRedis, startRedis } from '../lib/redis.mjs';
import { createResult } from '../lib/result.mjs';
import { settle } from '../lib/settle.mjs';
import { startSmtpSink } from '../lib/smtp-sink.mjs';
import { startSystem } from '../lib/system.mjs';
import { createWorld } from '../lib/world.mjs';

/** What was in the queue is in it again after so long at most: one sweep finds what is late, the next minute mails. */
const recoveryLimit = 150_000;

/**
 * The queue's Redis is emptied, then killed and started empty, while documents are sent for signing (reliability F4):
 * each is told once in the bell and once by mail all the same, and nobody who sends notices.
 *
 * @param options.documents how many are sent; a third each with the queue whole, emptied and away
 */
export async function queueLoss({ database, documents, log = () => undefined }) {
  const result = createResult();
  if (!hasRedis())
    return { ...result, skipped: 'redis-server is missing (Debian: apt-get install redis-server)' };
  const [{ employer, university }] = await createWorld(database.ownerUrl);
  const redis = await startRedis();
  const sink = await startSmtpSink();
  const system = await startSystem({ database, redisUrl: redis.url, smtpUrl: sink.url, apis: 2 });
  try {
    const author = await signIn(system.urls, university.manager);
    const drafts = [];
    while (drafts.length < documents) drafts.push((await createDraft(author, employer.id)).card);
    const third = Math.ceil(documents / 3);
    const send = (from) => sendAll(author, drafts.slice(from, from + third));

    const whole = await send(0);
    const emptying = repeat(40, 25, () => redis.flush());
    const emptied = await send(third);
    await emptying;
    log('Redis was emptied 40 times');
    await redis.kill();
    const away = await send(2 * third);
    await redis.restart();
    log('Redis was killed and started empty');

    result.figure('documents sent', documents);
    for (const [name, times] of Object.entries({ whole, emptied, away })) {
      result.figure(`p95 of sending, queue ${name}, ms`, Math.round(percentile(times, 0.95)));
    }
    const slowest = away.at(-1) ?? 0;
    result.check(
      'sending does not wait for a queue that is away',
      slowest < 2_000,
      `${Math.round(slowest)} ms`,
    );
    result.figure('told and sent after, ms', await settle(database.ownerUrl, recoveryLimit));
    await judgeMails(result, { database, drafts, sink });
    return result;
  } finally {
    await system.stop();
    await sink.close();
    await redis.stop();
  }
}

async function sendAll(author, cards) {
  const times = [];
  for (const card of cards) {
    const began = performance.now();
    await act(author, card, 'submit-signing');
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

async function repeat(times, pause, work) {
  for (let time = 0; time < times; time += 1) {
    await work();
    await sleep(pause);
  }
}

async function judgeMails(result, { database, drafts, sink }) {
  const ids = drafts.map(({ id }) => id);
  const evidence = await evidenceOf(database.ownerUrl, ids);
  result.none('every document is whole', findBroken(evidence));
  result.none('every document rang the bell once', findWrongBells(evidence));
  const mails = await mailsOf(database.ownerUrl, ids);
  result.check('every document ordered one mail', mails.length === ids.length, mails.length);
  const unsent = mails.filter(({ status }) => status !== 'SENT');
  result.none(
    'every mail was sent',
    unsent.map((mail) => JSON.stringify(mail)),
  );
  const received = groupBy(sink.mails, ({ id }) => id);
  const wrong = mails.filter(({ key }) => received.get(messageId(key))?.length !== 1);
  result.none(
    'the mail server got each mail once',
    wrong.map(({ key }) => key),
  );
  result.check('and no other', sink.mails.length === ids.length, sink.mails.length);
}

/** As core/mail makes it from the mail's key and the site's host. */
const messageId = (key) => `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@localhost>`;
