import type { INestApplicationContext } from '@nestjs/common';
import type { ProposalState } from '@praktika/contracts';
import type { ClientBase } from 'pg';
import type { Actor } from '../core/access/index.js';
import type { SettableClock } from '../core/clock/index.js';
import type { DemoOrganizationKey } from '../modules/organizations/seed/index.js';
import {
  ApproveProposal,
  CreateProposal,
  ProposalStore,
  SubmitProposal,
} from '../modules/profession-proposals/index.js';
import type { DemoActors } from './demo-people.js';

/** A proposed profession of the demo, how far it has come and how many days ago it was written. */
interface DemoProposal {
  readonly by: DemoOrganizationKey;
  readonly daysAgo: number;
  readonly name: string;
  readonly areaCode: string;
  readonly specialtyCodes: readonly string[];
  readonly description: string;
  readonly duties?: string;
  readonly ends: 'DRAFT' | 'PENDING_MODERATION' | 'APPROVED' | { readonly rejectedFor: string };
}

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Proposals in every status, several of them waiting for the moderator. */
const PROPOSALS: readonly DemoProposal[] = [
  {
    by: 'romashka',
    daysAgo: 40,
    name: 'Оператор беспилотных авиационных систем',
    areaCode: '17',
    specialtyCodes: ['25.02.08'],
    description: 'Управляет беспилотными воздушными судами при съёмке и осмотре объектов.',
    duties: 'Готовит аппарат к полёту, выполняет полёт по заданию, ведёт журнал.',
    ends: 'APPROVED',
  },
  {
    by: 'szgu',
    daysAgo: 25,
    name: 'Специалист по данным',
    areaCode: '06',
    specialtyCodes: ['09.03.04'],
    description: 'Собирает и готовит данные, строит модели и объясняет их выводы.',
    ends: 'APPROVED',
  },
  {
    by: 'romashka',
    daysAgo: 12,
    name: 'Специалист широкого профиля',
    areaCode: '07',
    specialtyCodes: [],
    description: 'Выполняет разные задания руководителя.',
    ends: { rejectedFor: 'Название не говорит, чем занимается человек. Уточните его и опишите обязанности.' },
  },
  {
    by: 'vector',
    daysAgo: 6,
    name: 'Наладчик промышленных роботов',
    areaCode: '40',
    specialtyCodes: ['15.02.11'],
    description: 'Настраивает и обслуживает промышленных роботов и роботизированные ячейки.',
    duties: 'Проверяет оснастку, настраивает программу движения, устраняет сбои.',
    ends: 'PENDING_MODERATION',
  },
  {
    by: 'romashka',
    daysAgo: 3,
    name: 'Тестировщик доступности сайтов',
    areaCode: '06',
    specialtyCodes: ['09.02.07'],
    description: 'Проверяет, что сайтом могут пользоваться люди с ограничениями здоровья.',
    ends: 'PENDING_MODERATION',
  },
  {
    by: 'zkit',
    daysAgo: 2,
    name: 'Техник центра обработки данных',
    areaCode: '06',
    specialtyCodes: ['09.02.06'],
    description: 'Следит за серверами и сетями центра обработки данных.',
    ends: 'PENDING_MODERATION',
  },
  {
    by: 'romashka',
    daysAgo: 1,
    name: 'Специалист по озеленению кровель',
    areaCode: '16',
    specialtyCodes: [],
    description: 'Устраивает и содержит сады на крышах зданий.',
    ends: 'DRAFT',
  },
];

/** What the proposals are played with. */
export interface ProposalStage {
  readonly context: INestApplicationContext;
  readonly clock: SettableClock;
  /** Connection of the owner, for looking at how far an interrupted seed came. */
  readonly owner: ClientBase;
  readonly actors: DemoActors;
  readonly now: Date;
}

/** Where a proposal stands. */
interface Standing {
  readonly id: string;
  readonly status: ProposalState;
  readonly version: number;
}

const FOUND = `SELECT id, status, version FROM profession_proposals WHERE author_id = $1 AND name = $2`;

/**
 * Proposes the demo's professions through the real commands, each at its own instant, and decides on some of them. Goes
 * on where an interrupted seed stopped.
 */
export async function playProposals(stage: ProposalStage): Promise<void> {
  for (const proposal of PROPOSALS) await play(stage, proposal);
}

async function play(stage: ProposalStage, proposal: DemoProposal): Promise<void> {
  const { clock, actors, now } = stage;
  const { by, daysAgo, ends } = proposal;
  const author = actors.worker(by);
  const writtenAt = now.getTime() - daysAgo * DAY_MS;
  clock.set(new Date(writtenAt));
  let standing = (await find(stage, author, proposal.name)) ?? (await create(stage, author, proposal));
  if (ends === 'DRAFT') return;
  if (standing.status === 'DRAFT') {
    clock.set(new Date(writtenAt + HOUR_MS));
    standing = (await stage.context.get(SubmitProposal).run(author, standing.id, standing.version)).row;
  }
  if (ends === 'PENDING_MODERATION' || standing.status !== 'PENDING_MODERATION') return;
  clock.set(new Date(writtenAt + DAY_MS));
  await decide(stage, standing, ends);
}

async function find({ owner }: ProposalStage, author: Actor, name: string): Promise<Standing | undefined> {
  const { rows } = await owner.query<Standing>(FOUND, [author.organizationId, name]);
  return rows[0];
}

async function create({ context }: ProposalStage, author: Actor, proposal: DemoProposal): Promise<Standing> {
  const { name, areaCode, specialtyCodes, description, duties } = proposal;
  const content = {
    name,
    areaCode,
    specialtyCodes: [...specialtyCodes],
    description,
    ...(duties && { duties }),
  };
  return (await context.get(CreateProposal).run(author, content)).row;
}

async function decide(
  { context, actors }: ProposalStage,
  { id, version }: Standing,
  ends: Exclude<DemoProposal['ends'], 'DRAFT' | 'PENDING_MODERATION'>,
): Promise<void> {
  const moderator = actors.moderator();
  if (ends === 'APPROVED') {
    await context.get(ApproveProposal).run(moderator, id, version, {});
    return;
  }
  const press = { id, action: 'reject', version, reason: ends.rejectedFor } as const;
  await context.get(ProposalStore).move(moderator, press);
}
