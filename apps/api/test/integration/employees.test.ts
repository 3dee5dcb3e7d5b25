import { randomUUID } from 'node:crypto';
import {
  createTestApp,
  expectStatus,
  TEST_PASSWORD,
  type Caller,
  type TestApp,
  type TestPerson,
} from '../support/index.js';

interface Employee {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly roles: string[];
  readonly status: string;
  readonly lastSeenAt: string | null;
}
interface Added {
  readonly employee: Employee;
  readonly temporaryPassword: string | null;
}

let test: TestApp;
let administrator: Caller;
let head: Caller;

beforeAll(async () => {
  test = await createTestApp();
  administrator = await test.as(test.world.employer.people.administrator);
  head = await test.as(test.world.employer.people.head);
});
afterAll(async () => {
  await test?.close();
});

const newcomer = (email: string, overrides: object = {}) => ({
  surname: 'Рябинина',
  givenName: 'Вера',
  email,
  roles: ['MANAGER'],
  ...overrides,
});

async function add(email: string, overrides: object = {}): Promise<Added> {
  return expectStatus(await administrator.post('/employees', newcomer(email, overrides)), 201).body as Added;
}

async function list(caller: Caller, q = ''): Promise<Employee[]> {
  const response = expectStatus(await caller.get(`/employees?q=${encodeURIComponent(q)}`), 200);
  return (response.body as { items: Employee[] }).items;
}

async function membershipOf(person: TestPerson): Promise<string> {
  const { rows } = await test.database.owner.query<{ id: string }>(
    'SELECT id FROM memberships WHERE person_id = $1 AND organization_id = $2 AND ended_at IS NULL',
    [person.id, person.organizationId],
  );
  return rows[0]!.id;
}

async function signIn(email: string, password: string): Promise<Caller> {
  const response = expectStatus(await test.anonymous.post('/auth/login', { email, password }), 200);
  const [cookie] = response.headers['set-cookie'] as unknown as string[];
  return test.anonymous.with({ cookie: cookie?.split(';')[0] ?? '' });
}

describe('Adding an employee', () => {
  it('gives a temporary password once, which must be changed before anything else', async () => {
    const { employee, temporaryPassword } = await add('vera@employer.test', {
      position: 'Кадровик',
      phone: '+79990001122',
    });
    expect(employee).toMatchObject({
      status: 'ACTIVE',
      roles: ['MANAGER'],
      position: 'Кадровик',
      lastSeenAt: null,
    });
    expect(temporaryPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const caller = await signIn('vera@employer.test', temporaryPassword!);
    expectStatus(await caller.get('/partners'), 403);
    const change = { currentPassword: temporaryPassword, newPassword: 'тихая заводь у моста' };
    expectStatus(await caller.post('/auth/password', change), 204);
    expectStatus(await caller.get('/partners'), 200);
  });

  it('with the e-mail of an existing account adds a membership and leaves the account alone', async () => {
    const person = test.world.foreignEmployer.people.clerk;
    const own = () =>
      test.database.owner
        .query('SELECT * FROM people WHERE id = $1', [person.id])
        .then(({ rows }) => rows[0] as object);
    const before = await own();
    const { employee, temporaryPassword } = await add(person.email.toUpperCase(), {
      surname: person.surname,
      givenName: person.givenName,
      snils: '112-233-445 95',
    });
    expect(temporaryPassword).toBeNull();
    expect(employee.personId).toBe(person.id);
    expect(await own()).toEqual(before);
    const caller = await signIn(person.email, TEST_PASSWORD);
    const me = expectStatus(await caller.get('/me'), 200).body as { organizations: object[] };
    expect(me.organizations).toHaveLength(2);
  });

  it('does not tell whose an e-mail is: another name is refused without the real one, and nothing is added', async () => {
    const person = test.world.foreignEmployer.people.manager;
    const response = expectStatus(await administrator.post('/employees', newcomer(person.email)), 409);
    expect(response.body).toMatchObject({ code: 'duplicate' });
    expect(response.text).not.toContain(person.surname);
    expect(await list(administrator, person.email)).toEqual([]);
  });

  it('refuses somebody who is there already, and a СНИЛС of somebody else', async () => {
    const { employee } = await add('twice@employer.test');
    expect(employee.email).toBe('twice@employer.test');
    expectStatus(await administrator.post('/employees', newcomer('twice@employer.test')), 409);
    const { snils } = test.world.foreignEmployer.people.head;
    const taken = await administrator.post('/employees', newcomer('snils@employer.test', { snils }));
    expect(expectStatus(taken, 409).body).toMatchObject({ code: 'duplicate' });
  });

  it.each([
    ['without a surname', { surname: ' ' }, '/surname'],
    ['without a role', { roles: [] }, '/roles'],
    ['as head', { roles: ['HEAD'] }, '/roles'],
    ['as system operator', { roles: ['SYSTEM_OPERATOR'] }, '/roles'],
    ['with a line break in the e-mail', { email: 'a@b.test\r\nBcc: c@d.test' }, '/email'],
    ['with a СНИЛС of a wrong check number', { snils: '112-233-445 96' }, '/snils'],
    ['with an organization of one’s choice', { organizationId: randomUUID() }, '/organizationId'],
    ['with a password of one’s choice', { passwordHash: 'x' }, '/passwordHash'],
  ])('%s is refused at the field', async (_, fault, pointer) => {
    const response = await administrator.post('/employees', newcomer('fault@employer.test', fault));
    expect(expectStatus(response, 422).body).toMatchObject({ errors: [{ pointer }] });
  });

  it.each(['manager', 'lawyer', 'signatory', 'clerk', 'observer'] as const)(
    'is not for a %s: a manager makes no administrator',
    async (who) => {
      const caller = await test.as(test.world.employer.people[who]);
      const body = newcomer('self-made@employer.test', { roles: ['ADMINISTRATOR'] });
      expect(expectStatus(await caller.post('/employees', body), 403).body).toMatchObject({
        code: 'forbidden',
      });
    },
  );
});

describe('The list of employees', () => {
  it('shows the own people with their roles, and finds them by name, e-mail and position', async () => {
    const { observer } = test.world.university.people;
    const caller = await test.as(observer);
    const everybody = await list(caller);
    expect(everybody).toHaveLength(7);
    expect((await list(caller, 'OBSERVER@university')).map(({ personId }) => personId)).toEqual([
      observer.id,
    ]);
    expect((await list(caller, 'должность observer')).map(({ personId }) => personId)).toEqual([observer.id]);
    expect(await list(caller, '%')).toEqual([]);
  });

  it('tells when somebody last acted for this organization, and nothing of other ones', async () => {
    const { observer } = test.world.university.people;
    const [row] = await list(await test.as(observer), observer.email);
    expect(row?.lastSeenAt).not.toBeNull();
    const { rows } = await test.database.owner.query('SELECT person_id FROM members_last_seen($1)', [
      test.world.foreignUniversity.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('E5.1.r: offers managers of the company as responsible persons', async () => {
    const caller = await test.as(test.world.university.people.lawyer);
    const { items } = expectStatus(await caller.get('/employees/responsible-persons'), 200).body as {
      items: { personId: string; fullName: string; email: string }[];
    };
    const { head: rector, administrator: deputy, manager } = test.world.university.people;
    expect(items.map(({ personId }) => personId).sort()).toEqual([rector.id, deputy.id, manager.id].sort());
    expect(items.find(({ personId }) => personId === manager.id)).toMatchObject({
      fullName: `${manager.surname} Анна Сергеевна`,
      position: manager.position,
      email: manager.email,
    });
  });
});

describe('Changing an employee', () => {
  it('acts at the person’s next request', async () => {
    const person = test.world.employer.people.clerk;
    const caller = await test.as(person);
    expectStatus(await caller.get('/api-tokens'), 403);
    const id = await membershipOf(person);
    expectStatus(await administrator.patch(`/employees/${id}`, { roles: ['ADMINISTRATOR'] }), 200);
    expectStatus(await caller.get('/api-tokens'), 200);
    const back = expectStatus(
      await administrator.patch(`/employees/${id}`, { roles: ['CLERK'], phone: null }),
      200,
    );
    expect(back.body).toMatchObject({ roles: ['CLERK'], phone: null, position: person.position });
  });

  it('never touches one’s own roles nor those of the head', async () => {
    const own = await membershipOf(test.world.employer.people.administrator);
    const ofHead = await membershipOf(test.world.employer.people.head);
    expectStatus(await administrator.patch(`/employees/${own}`, { roles: ['SIGNATORY'] }), 403);
    expectStatus(await administrator.patch(`/employees/${ofHead}`, { roles: ['CLERK'] }), 403);
    expectStatus(await administrator.post(`/employees/${ofHead}/actions/end`), 403);
    expectStatus(await administrator.patch(`/employees/${own}`, { position: 'Офис-менеджер' }), 200);
  });

  it('answers for a foreign employee as for none', async () => {
    const foreign = await membershipOf(test.world.foreignEmployer.people.observer);
    for (const id of [foreign, randomUUID(), 'nonsense']) {
      expectStatus(await administrator.patch(`/employees/${id}`, { position: 'x' }), 404);
      expectStatus(await administrator.post(`/employees/${id}/actions/end`), 404);
    }
  });
});

describe('Ending an employee’s work', () => {
  it('takes the organization away at the next request and keeps the person in the list', async () => {
    const person = test.world.employer.people.observer;
    const caller = await test.as(person);
    expectStatus(await caller.get('/partners'), 200);
    const id = await membershipOf(person);
    const ended = expectStatus(await administrator.post(`/employees/${id}/actions/end`), 200);
    expect(ended.body).toMatchObject({ status: 'ENDED' });
    expect(expectStatus(await caller.get('/partners'), 403).body).toMatchObject({
      code: 'organization_required',
    });
    expect((await list(administrator, person.email)).map(({ status }) => status)).toEqual(['ENDED']);
    expectStatus(await administrator.post(`/employees/${id}/actions/end`), 404);
  });

  it('is refused for the last head', async () => {
    const id = await membershipOf(test.world.employer.people.head);
    const refused = expectStatus(await head.post(`/employees/${id}/actions/end`), 409);
    expect(refused.body).toMatchObject({ code: 'invalid_state' });
  });

  it('is refused for the last who manages: of two administrators ending each other at once, one stays', async () => {
    const { foreignUniversity } = test.world;
    await test.database.owner.query(
      `UPDATE memberships SET roles = '{ADMINISTRATOR}' WHERE person_id = ANY ($1)`,
      [[foreignUniversity.people.manager.id, foreignUniversity.people.administrator.id]],
    );
    await test.database.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = $1', [
      foreignUniversity.people.head.id,
    ]);
    const [one, other] = [foreignUniversity.people.manager, foreignUniversity.people.administrator];
    const [oneId, otherId] = [await membershipOf(one), await membershipOf(other)];
    const [byOne, byOther] = [await test.as(one), await test.as(other)];
    const answers = await Promise.all([
      byOne.post(`/employees/${otherId}/actions/end`),
      byOther.post(`/employees/${oneId}/actions/end`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await test.database.owner.query(
      `SELECT FROM memberships WHERE organization_id = $1 AND ended_at IS NULL AND roles && '{ADMINISTRATOR}'`,
      [foreignUniversity.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('leaves a trail in the organization’s journal', async () => {
    const { rows } = await test.database.owner.query<{ type: string }>(
      `SELECT DISTINCT type FROM history_entries
        WHERE organization_id = $1 AND type LIKE 'employee.%' AND person_id = $2 ORDER BY type`,
      [test.world.employer.id, test.world.employer.people.administrator.id],
    );
    expect(rows.map(({ type }) => type)).toEqual(['employee.added', 'employee.ended', 'employee.updated']);
  });
});
