import pg from 'pg';
import { Database } from '../../src/core/database/index.js';
import { createTestApp, TestSigning, type TestApp } from '../support/index.js';
import { DEFINER_FUNCTIONS } from './database/definer-functions.js';
import type { Ids } from './database/probe.js';
import { dump, hashesWithout, idsAround, idsIn } from './isolation/rows.js';
import { PairWorld } from './isolation/pair-world.js';

/** Tables without anybody's data, each with the reason it needs no policy. */
const NOBODYS: Readonly<Record<string, string>> = {
  migrations: 'names of migrations; the application has no right to it',
  reactions_done: 'ids of events; for praktika_jobs alone',
  trusted_certificates: 'whom the installation trusts: public',
  revocation_lists: 'published by certification centres: public',
};

/**
 * Every organization's public face is readable by all; which columns leave is the query's business (domain.md §8.1). So
 * are the classifiers and the directory of professions, which nobody but the moderator writes.
 */
const PUBLIC_TABLES = new Set([
  'organizations',
  'organization_programmes',
  'organization_areas',
  'professional_areas',
  'specialties',
  'professions',
]);
/** Counted before anybody is known; hashes of e-mails, never read back to a client. */
const COUNTED = new Set(['sign_in_attempts']);
const APPEND_ONLY = [
  'history_entries',
  'revisions',
  'signatures',
  'signature_validations',
  'frozen_files',
] as const;
const DENIED = '42501';

let test: TestApp;
let own: PairWorld;
let strangers: PairWorld;
let app: pg.Client;

beforeAll(async () => {
  test = await createTestApp();
  const signing = await TestSigning.create(test);
  const { employer, university, foreignEmployer, foreignUniversity } = test.world;
  own = new PairWorld(test, { employer, university }, signing, 'own');
  strangers = new PairWorld(
    test,
    { employer: foreignEmployer, university: foreignUniversity },
    signing,
    'stranger',
  );
  for (const world of [own, strangers]) await world.fill();
  app = new pg.Client({ connectionString: test.database.appUrl });
  await app.connect();
}, 60_000);
afterAll(async () => {
  await app?.end();
  await test?.close();
});

interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly policies: number;
}

async function tables(): Promise<Table[]> {
  const { rows } = await test.database.owner.query<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
            (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  return rows;
}

/** Runs something as the application inside a transaction scoped to an organization and a person, then forgets it. */
async function scoped<Result>(
  scope: { organizationId?: string; personId?: string },
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  await app.query('BEGIN');
  try {
    await app.query(`SELECT set_config('app.organization', $1, true), set_config('app.person', $2, true)`, [
      scope.organizationId ?? '',
      scope.personId ?? '',
    ]);
    return await work(app);
  } finally {
    await app.query('ROLLBACK');
  }
}

/** A plain look at a table, or what PostgreSQL refused it with. */
async function look(client: pg.Client, table: string): Promise<string[] | 'denied'> {
  const statement = `SELECT t::text AS line FROM ${client.escapeIdentifier(table)} t`;
  await client.query('SAVEPOINT look');
  try {
    return (await client.query<{ line: string }>(statement)).rows.map(({ line }) => line);
  } catch (error) {
    await client.query('ROLLBACK TO look');
    expect(error).toMatchObject({ code: DENIED });
    return 'denied';
  }
}

describe('tables', () => {
  it('all have row-level security, enabled and forced, and a policy', async () => {
    const open = (await tables()).filter(
      ({ name, secured, forced, policies }) => !(name in NOBODYS) && !(secured && forced && policies > 0),
    );
    expect(open).toEqual([]);
  });

  it('are all there that the exceptions name, and hold no organization', async () => {
    const names = (await tables()).map(({ name }) => name);
    expect(Object.keys(NOBODYS).filter((name) => !names.includes(name))).toEqual([]);
    const { rows } = await test.database.owner.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name IN ('organization_id', 'person_id', 'document_id')`,
    );
    expect(rows.map(({ name }) => name).filter((name) => name in NOBODYS)).toEqual([]);
  });

  it('have no view over them, which would run with its owner’s rights', async () => {
    const { rows } = await test.database.owner.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the application’s role', () => {
  it('is no superuser, passes no policy by, owns nothing and creates nothing', async () => {
    const { rows } = await test.database.owner.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              has_schema_privilege(oid, 'public', 'CREATE') AS creates,
              has_database_privilege(oid, 'praktika', 'CREATE') AS creates_schemas,
              (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS relations,
              (SELECT count(*)::int FROM pg_proc p WHERE p.proowner = r.oid) AS functions
         FROM pg_roles r WHERE rolname = 'praktika_app'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        creates: false,
        creates_schemas: false,
        relations: 0,
        functions: 0,
      },
    ]);
  });

  it('inherits no right of another role: praktika_jobs only by SET ROLE, the owner and the reader not at all', async () => {
    const { rows } = await test.database.owner.query(
      `SELECT r.rolname AS role, m.inherit_option AS inherits, m.admin_option AS gives
         FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
        WHERE u.rolname = 'praktika_app'`,
    );
    expect(rows).toEqual([{ role: 'praktika_jobs', inherits: false, gives: false }]);
    for (const role of ['praktika_owner', 'praktika_reader']) {
      const statement = `SET ROLE ${app.escapeIdentifier(role)}`;
      await expect(app.query(statement)).rejects.toMatchObject({ code: DENIED });
    }
  });

  const attempts = APPEND_ONLY.flatMap((table) =>
    ['UPDATE', 'DELETE', 'TRUNCATE'].map((verb) => [verb, table] as const),
  );

  it.each(attempts)('is denied %s on %s', async (verb, table) => {
    const { rows } = await test.database.owner.query<{ id: string }>(
      `SELECT id FROM ${app.escapeIdentifier(table)} LIMIT 1`,
    );
    expect(rows).toHaveLength(1);
    const statement = {
      UPDATE: `UPDATE ${app.escapeIdentifier(table)} SET id = id`,
      DELETE: `DELETE FROM ${app.escapeIdentifier(table)}`,
      TRUNCATE: `TRUNCATE ${app.escapeIdentifier(table)} CASCADE`,
    }[verb]!;
    const { employer } = own.pair;
    const scope = { organizationId: employer.id, personId: employer.people.head.id };
    await expect(scoped(scope, (client) => client.query(statement))).rejects.toMatchObject({ code: DENIED });
  });

  it.each(APPEND_ONLY)('has nobody above it who could rewrite %s by a plain statement', async (table) => {
    const statement = `UPDATE ${app.escapeIdentifier(table)} SET id = id`;
    await expect(test.database.owner.query(statement)).rejects.toMatchObject({ code: DENIED });
  });
});

describe('a plain SELECT * of every table', () => {
  it('shows a stranger’s scope nothing of the pair', async () => {
    const all = await dump(test.database.owner);
    const pairIds = idsAround(new Set([own.pair.employer.id, own.pair.university.id]), all);
    const seen = new Map<string, number>();
    for (const { id, people } of Object.values({ ...strangers.pair })) {
      await scoped({ organizationId: id, personId: people.head.id }, async (client) => {
        for (const { name } of await tables()) {
          if (PUBLIC_TABLES.has(name) || COUNTED.has(name)) continue;
          const lines = await look(client, name);
          if (lines === 'denied') continue;
          const foreign = lines.filter((line) => idsIn(line).some((found) => pairIds.has(found)));
          expect({ name, foreign }).toEqual({ name, foreign: [] });
          seen.set(name, (seen.get(name) ?? 0) + lines.length);
        }
      });
    }
    // the scope itself works: the stranger sees rows of their own
    for (const name of ['documents', 'revisions', 'signatures', 'files', 'registry_entries', 'people']) {
      expect([name, (seen.get(name) ?? 0) > 0]).toEqual([name, true]);
    }
  });

  it('shows nothing at all outside a scope', async () => {
    await scoped({}, async (client) => {
      for (const { name } of await tables()) {
        if (PUBLIC_TABLES.has(name) || COUNTED.has(name) || name in NOBODYS) continue;
        const lines = await look(client, name);
        expect({ name, rows: lines === 'denied' ? 0 : lines.length }).toEqual({ name, rows: 0 });
      }
    });
  });

  it('shows the recipient no working draft and no unsent document', async () => {
    const { rows } = await test.database.owner.query<{ id: string }>(
      'SELECT id FROM documents WHERE first_sent_at IS NULL AND employer_id = $1',
      [own.pair.employer.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    const { employer } = own.pair;
    await scoped({ organizationId: employer.id, personId: employer.people.head.id }, async (client) => {
      for (const name of ['documents', 'document_drafts', 'registry_entries', 'history_entries', 'outbox']) {
        const lines = await look(client, name);
        const unsent = rows.filter(({ id }) => lines !== 'denied' && lines.some((line) => line.includes(id)));
        expect({ name, unsent }).toEqual({ name, unsent: [] });
      }
    });
  });

  it('lets a stranger’s scope change and add nothing of the pair’s', async () => {
    const before = await dump(test.database.owner);
    const { employer } = strangers.pair;
    const scope = { organizationId: employer.id, personId: employer.people.head.id };
    for (const { name } of await tables()) {
      const table = app.escapeIdentifier(name);
      const { rows } = await test.database.owner.query<{ column: string }>(
        `SELECT column_name AS column FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND is_identity = 'NO' LIMIT 1`,
        [name],
      );
      const column = app.escapeIdentifier(rows[0]!.column);
      const statement = `UPDATE ${table} SET ${column} = ${column}`;
      const changed = await scoped(scope, (client) => client.query(statement)).catch((error: unknown) => {
        expect(error).toMatchObject({ code: DENIED });
        return undefined;
      });
      if (!changed) continue;
      const { rowCount } = await scoped(scope, (client) => client.query(`SELECT FROM ${table}`));
      expect({ name, more: (changed.rowCount ?? 0) > (rowCount ?? 0) }).toEqual({ name, more: false });
    }
    const none = new Set<string>();
    expect(hashesWithout(none, await dump(test.database.owner))).toEqual(hashesWithout(none, before));
  });
});

describe('the scope of a transaction', () => {
  const ASK = {
    name: 'test.scope',
    text: `SELECT current_setting('app.organization', true) AS organization, pg_backend_pid() AS pid,
                  (SELECT count(*)::int FROM documents) AS documents`,
  };
  type Row = { organization: string | null; pid: number; documents: number };

  it('does not leak to the next borrower of the connection, after success, failure and a read', async () => {
    const database = test.app.get(Database);
    const { employer } = own.pair;
    const scope = { organizationId: employer.id, personId: employer.people.head.id };
    const pids = new Set<number>();
    const borrowers: (() => Promise<unknown>)[] = [
      () => database.transaction(scope, (tx) => tx.query<Row>(ASK)),
      () => database.read<Row>(scope, ASK),
      () =>
        database.transaction(scope, async (tx) => {
          await tx.query<Row>(ASK);
          throw new Error('the work fails');
        }),
      () => database.read(scope, { name: 'test.broken', text: 'SELECT 1 / 0' }),
      () => database.asJobs((tx) => tx.query<Row>(ASK)),
    ];
    for (const borrow of borrowers) {
      await Promise.all(Array.from({ length: 20 }, () => borrow().catch(() => undefined)));
      const next = await Promise.all(Array.from({ length: 20 }, () => database.call<Row>(ASK, [])));
      for (const row of next.flat()) {
        expect(row.organization ?? '').toBe('');
        expect(row.documents).toBe(0);
        pids.add(row.pid);
      }
    }
    expect(pids.size).toBeGreaterThan(1);
  });

  it('takes nothing but a UUID', async () => {
    const database = test.app.get(Database);
    const organizationId = `${own.pair.employer.id}', true); SELECT set_config('app.person', 'x`;
    await expect(database.read({ organizationId }, ASK)).rejects.toThrow(/uuid/i);
  });
});

describe('functions with more than the application’s rights', () => {
  let named: { name: string; owner: string; path: string[] | null; open: boolean }[];
  /** One token for all cases: an organization may have no more than twenty. */
  const tokens = new Map<PairWorld, string>();

  beforeAll(async () => {
    for (const world of [own, strangers]) {
      tokens.set(world, (await world.token('recipient', ['documents:read'])).id);
    }
    const { rows } = await test.database.owner.query(
      `SELECT p.proname AS name, r.rolname AS owner, p.proconfig AS path,
              EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                       WHERE a.grantee = 0) AS open
         FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
        WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace ORDER BY 1`,
    );
    named = rows as typeof named;
  });

  it('each have a case of their own', () => {
    expect(named.map(({ name }) => name)).toEqual(Object.keys(DEFINER_FUNCTIONS).sort());
  });

  it('belong to praktika_reader, fix their search path and are not everybody’s to call', () => {
    const lax = named.filter(
      ({ owner, path, open }) =>
        owner !== 'praktika_reader' || !path?.some((setting) => setting.startsWith('search_path=')) || open,
    );
    expect(lax).toEqual([]);
  });

  async function idsOf(world: PairWorld): Promise<Ids> {
    const { employer } = world.pair;
    const { head } = employer.people;
    const draft = await world.document('DRAFT');
    const sent = await world.document('ON_APPROVAL');
    const { rows } = await test.database.owner.query<{ id: string }>(
      'SELECT id FROM sessions WHERE person_id = $1 AND organization_id = $2 LIMIT 1',
      [head.id, employer.id],
    );
    return {
      organizationId: employer.id,
      personId: head.id,
      email: head.email,
      sessionId: rows[0]!.id,
      tokenId: tokens.get(world)!,
      documentId: sent.id,
      sentFileId: sent.files[0]!.fileId,
      draftFileId: draft.files[0]!.fileId,
    };
  }

  it.each(Object.entries(DEFINER_FUNCTIONS))(
    '%s lets out only what it is scoped by',
    async (_, { check }) => {
      const probe = {
        app,
        owner: test.database.owner,
        own: await idsOf(own),
        stranger: await idsOf(strangers),
      };
      await check(probe);
    },
  );
});
