import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import type { DocumentFileRole, DocumentKind } from '@praktika/contracts';
import type { ClientBase } from 'pg';
import type { Actor } from '../core/access/index.js';
import type { SettableClock } from '../core/clock/index.js';
import { BlobStore } from '../core/files/index.js';
import {
  ApproveDocument,
  CloseDocument,
  CreateDocument,
  DocumentStore,
  MoveDocument,
  SubmitDocument,
  UpdateDraft,
} from '../modules/documents/index.js';
import { StoreFile } from '../modules/files/index.js';
import type { DemoOrganizationKey } from '../modules/organizations/seed/index.js';
import { SignDocument } from '../modules/signatures/index.js';
import { demoTerms, type DemoTerms } from './demo-terms.js';
import type { DemoKeys } from './demo-keys.js';
import { fullNameOf, headOf, organizationOf, positionOf, type DemoActors } from './demo-people.js';
import { documentPdf } from './pdf/document-pdf.js';
import { ROUTES, type Act, type Scenario, type Step } from './scenarios.js';
import { timetable } from './timetable.js';

const FOUND = `SELECT document_id AS id FROM registry_entries WHERE organization_id = $1 AND number = $2`;
const STEPS_DONE = `SELECT count(*)::int AS done FROM history_entries
                     WHERE object_id = $1 AND type IN ('transition', 'signed')`;

/** What the scenarios are played with. */
export interface Stage {
  readonly context: INestApplicationContext;
  readonly clock: SettableClock;
  /** Connection of the owner, for looking at how far an interrupted seed came. */
  readonly owner: ClientBase;
  readonly actors: DemoActors;
  readonly keys: DemoKeys;
  readonly now: Date;
}

/** A scenario being played. */
interface Play {
  readonly scenario: Scenario;
  readonly number: string;
  readonly terms: DemoTerms;
  readonly createdAt: Date;
  readonly parentId?: string;
}

/** What the numbers of each kind begin with. */
const PREFIXES: Readonly<Record<DocumentKind, string>> = {
  PERIOD_CONTRACT: 'П',
  FRAMEWORK_CONTRACT: 'Р',
  FRAMEWORK_ANNEX: 'ПР',
  SUPPLEMENTARY_TERMINATION: 'ДС',
  SUPPLEMENTARY_AMENDMENT: 'ДС',
};

/**
 * Plays a document's life through the real commands, each at its own instant. Goes on where an interrupted seed
 * stopped: a step that is in the history is not done again.
 *
 * @param parentId the document it hangs on, if it does
 * @returns the document's id
 */
export async function playScenario(
  stage: Stage,
  scenario: Scenario,
  index: number,
  parentId?: string,
): Promise<string> {
  const steps: readonly Step[] = ROUTES[scenario.route];
  const [createdAt = stage.now, ...instants] = timetable(stage.now, scenario.restsFor, steps, index);
  const number = `${PREFIXES[scenario.kind]}-${String(index + 1).padStart(3, '0')}`;
  const terms = demoTerms(scenario, index, createdAt);
  const play: Play = { scenario, number, terms, createdAt, parentId };
  const id = (await findDocument(stage, play)) ?? (await createDocument(stage, play));
  const done = await stepsDone(stage, id);
  for (const [step, [, by, act]] of steps.entries()) {
    const at = instants[step];
    if (step < done || !at) continue;
    stage.clock.set(at);
    await perform(stage, play, id, by, act);
  }
  return id;
}

/** The demo organization on a side of the document. */
const sideOf = ({ scenario }: Play, by: 'author' | 'recipient'): DemoOrganizationKey =>
  (by === 'author') === (scenario.author === 'education') ? scenario.education : scenario.employer;

async function findDocument({ owner, actors }: Stage, play: Play): Promise<string | undefined> {
  const { organizationId } = actors.worker(sideOf(play, 'author'));
  const { rows } = await owner.query<{ id: string }>(FOUND, [organizationId, play.number]);
  return rows[0]?.id;
}

async function stepsDone({ owner }: Stage, id: string): Promise<number> {
  const { rows } = await owner.query<{ done: number }>(STEPS_DONE, [id]);
  return rows[0]?.done ?? 0;
}

async function createDocument(stage: Stage, play: Play): Promise<string> {
  const { context, actors, clock } = stage;
  clock.set(play.createdAt);
  const author = actors.worker(sideOf(play, 'author'));
  const files: { fileId: string; role: DocumentFileRole }[] = [
    { fileId: await storeContract(stage, author, play, 1), role: 'MAIN' },
  ];
  if (ROUTES[play.scenario.route].some(([, , act]: Step) => act.do === 'submit-confirmation')) {
    files.push({ fileId: await storeContract(stage, author, play, 1, 'Скан'), role: 'SCAN' });
  }
  const document = await context.get(CreateDocument).run(author, {
    kind: play.scenario.kind,
    partnerId: actors.worker(sideOf(play, 'recipient')).organizationId,
    parentId: play.parentId,
    number: play.number,
    date: play.createdAt.toISOString().slice(0, 10),
    terms: play.terms,
    files,
  });
  return document.row.id;
}

const FILE_NAMES: Readonly<Record<DocumentKind, string>> = {
  PERIOD_CONTRACT: 'Договор',
  FRAMEWORK_CONTRACT: 'Рамочный договор',
  FRAMEWORK_ANNEX: 'Приложение',
  SUPPLEMENTARY_TERMINATION: 'Соглашение',
  SUPPLEMENTARY_AMENDMENT: 'Соглашение',
};

/** Makes the document's PDF and uploads it as people do: inspected, hashed, kept. */
async function storeContract(
  { context }: Stage,
  author: Actor,
  play: Play,
  revision: number,
  called = FILE_NAMES[play.scenario.kind],
): Promise<string> {
  const { scenario, number, createdAt, terms } = play;
  const bytes = await documentPdf({
    kind: scenario.kind,
    number,
    date: createdAt.toISOString().slice(0, 10),
    education: partyOf(scenario.education),
    employer: partyOf(scenario.employer),
    terms,
    revision,
    madeAt: createdAt,
  });
  const blob = await context.get(BlobStore).stage(Readable.from([bytes]));
  try {
    return (await context.get(StoreFile).run(author, blob, `${called} № ${number}.pdf`)).id;
  } finally {
    await blob.discard();
  }
}

function partyOf(key: DemoOrganizationKey) {
  const head = headOf(key);
  return { organization: organizationOf(key), head: fullNameOf(head), position: positionOf(head, key) };
}

async function perform(
  stage: Stage,
  play: Play,
  id: string,
  by: 'author' | 'recipient',
  act: Act,
): Promise<void> {
  const { context, actors, clock } = stage;
  const side = sideOf(play, by);
  const actor = act.do === 'sign' ? actors.head(side) : actors.worker(side);
  const version = async () => (await context.get(DocumentStore).read(actor, id)).row.version;
  switch (act.do) {
    case 'submit-approval':
    case 'submit-signing':
      if (act.edited) await rewrite(stage, play, id, actor, await version());
      await context.get(SubmitDocument).run(actor, id, { action: act.do }, await version());
      return;
    case 'submit-confirmation': {
      const signedOnPaperAt = play.createdAt.toISOString().slice(0, 10);
      await context.get(SubmitDocument).run(actor, id, { action: act.do, signedOnPaperAt }, await version());
      return;
    }
    case 'approve': {
      const seats = play.terms.programmes?.reduce((sum, line) => sum + (line.seats ?? 0), 0);
      // an agreement is approved without a word
      const approval = play.parentId && !seats ? {} : { responsible: { personId: actor.personId }, seats };
      await context.get(ApproveDocument).run(actor, id, approval, await version());
      return;
    }
    case 'sign':
      await sign(stage, id, actor, side, clock.now());
      return;
    case 'close': {
      const comment = 'Практика проведена, обязательства исполнены.';
      await context.get(CloseDocument).run(actor, id, { comment }, await version());
      return;
    }
    case 'request-revision':
    case 'reject':
    case 'decline-signing':
    case 'return-from-confirmation':
      await context.get(MoveDocument).run(actor, id, act.do, await version(), act.reason);
      return;
    case 'reopen':
    case 'confirm':
    case 'withdraw':
      await context.get(MoveDocument).run(actor, id, act.do, await version());
  }
}

/** A new text of the contract in place of the old: the next revision. */
async function rewrite(stage: Stage, play: Play, id: string, author: Actor, version: number): Promise<void> {
  const fileId = await storeContract(stage, author, play, 2);
  const files = [{ fileId, role: 'MAIN' as const }];
  await stage.context.get(UpdateDraft).run(author, id, { files }, version, [play.scenario.kind]);
}

async function sign(
  stage: Stage,
  id: string,
  actor: Actor,
  side: DemoOrganizationKey,
  at: Date,
): Promise<void> {
  const { context, keys } = stage;
  const document = await context.get(DocumentStore).read(actor, id);
  const revision = document.currentRevision;
  if (!revision) throw new TypeError('a document on signing has a revision');
  const chunks: Uint8Array[] = [];
  for await (const chunk of await context.get(BlobStore).open(revision.mainFileSha256)) {
    chunks.push(chunk as Uint8Array);
  }
  const cms = await keys.sign(side, Uint8Array.from(Buffer.concat(chunks)), at);
  await context.get(SignDocument).run(actor, id, { revisionId: revision.id, cms }, document.row.version);
}
