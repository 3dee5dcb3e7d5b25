import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { AppModule } from '../app.module.js';
import { SettableClock } from '../core/clock/index.js';
import type { Config } from '../core/config/index.js';
import { demoFolder, ensureCentres, issueLists, publishCentres } from '../modules/demo/index.js';
import { seedDemoOrganizations, seedEducationOrganizations } from '../modules/organizations/seed/index.js';
import { TrustRegistry } from '../modules/signatures/index.js';
import { areDocumentsSeeded, isDemoComplete, isMarketSeeded } from './demo-complete.js';
import { DemoKeys, ensureContainers } from './demo-keys.js';
import { DemoActors } from './demo-people.js';
import { readFact, writeFact } from './facts.js';
import { inTransaction } from './owner.js';
import { playMarket } from './play-market.js';
import { playScenario, type Stage } from './play-scenario.js';
import { SCENARIOS } from './scenarios.js';

const DAY_MS = 24 * 3_600_000;

/** How far back the demo reaches: organizations, certificates and lists are there before its oldest document. */
const HISTORY_DAYS = 390;

/**
 * Makes the demo once: organizations and people, the certification centre with everybody's keys, then documents in
 * every status, each led there by the real commands. What is there already is left alone, so a second start does
 * nothing and a start after a crash goes on.
 *
 * @param owner connection of the owner, alone with the seed
 * @returns whether anything was done
 */
export async function seedDemo(config: Config, owner: pg.Client, now: Date): Promise<boolean> {
  if (await isDemoComplete(owner, config)) return false;
  await seedOrganizations(owner, now);
  const clock = new SettableClock(now);
  const context = await NestFactory.createApplicationContext(
    AppModule.with({ ...config, runJobs: false }, clock),
    { logger: ['error', 'fatal'], abortOnError: false },
  );
  try {
    const registry = context.get(TrustRegistry);
    const centres = await ensureCentres(demoFolder(config.dataDirectory).centre, now);
    await publishCentres(registry, centres);
    await ensureContainers(config.dataDirectory, centres, now);
    await issueLists(registry, centres, ago(now, HISTORY_DAYS), new Date(now.getTime() + DAY_MS));
    const actors = await DemoActors.read(owner);
    const stage = { context, clock, owner, actors, keys: new DemoKeys(config.dataDirectory), now };
    if (!(await areDocumentsSeeded(owner))) await playDocuments(stage);
    if (!(await isMarketSeeded(owner))) await playMarket(stage);
    return true;
  } finally {
    await context.close();
  }
}

async function playDocuments(stage: Stage): Promise<void> {
  const named = new Map<string, string>();
  for (const [index, scenario] of SCENARIOS.entries()) {
    const id = await playScenario(stage, scenario, index, named.get(scenario.parent ?? ''));
    if (scenario.name) named.set(scenario.name, id);
  }
  await writeFact(stage.owner, 'demo.documents', { count: SCENARIOS.length }, stage.now);
}

/** The public registry, and the demo's organizations with their people: all or nothing. */
async function seedOrganizations(owner: pg.Client, now: Date): Promise<void> {
  if ((await readFact(owner, 'demo.organizations')) !== undefined) return;
  await inTransaction(owner, async () => {
    await seedEducationOrganizations(owner, now);
    await seedDemoOrganizations(owner, ago(now, HISTORY_DAYS));
    await writeFact(owner, 'demo.organizations', {}, now);
  });
}

const ago = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);
