import type { Caller } from '../support/index.js';
import {
  createTestApp,
  expectStatus,
  TEST_PASSWORD,
  type TestApp,
  type TestPerson,
} from '../support/index.js';

const NEXT_PASSWORD = 'берёзовый сок весной';

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(async () => {
  await test?.close();
});

async function signIn({ email }: TestPerson, password = TEST_PASSWORD): Promise<Caller> {
  const response = expectStatus(await test.anonymous.post('/auth/login', { email, password }), 200);
  const [cookie] = response.headers['set-cookie'] as unknown as string[];
  return test.anonymous.with({ cookie: cookie?.split(';')[0] ?? '' });
}

const change = (caller: Caller, newPassword: string, currentPassword = TEST_PASSWORD) =>
  caller.post('/auth/password', { currentPassword, newPassword });

describe('Change of password', () => {
  it('ends the other sessions of the person and keeps the one that asked', async () => {
    const person = test.world.employer.people.clerk;
    const [here, elsewhere] = [await signIn(person), await signIn(person)];
    expectStatus(await change(here, NEXT_PASSWORD), 204);
    expectStatus(await here.get('/me'), 200);
    expectStatus(await elsewhere.get('/me'), 401);
    expectStatus(
      await test.anonymous.post('/auth/login', { email: person.email, password: TEST_PASSWORD }),
      401,
    );
    await signIn(person, NEXT_PASSWORD);
  });

  it('is the only way on for somebody with a temporary password', async () => {
    const person = test.world.employer.people.lawyer;
    await test.database.owner.query('UPDATE people SET must_change_password = true WHERE id = $1', [
      person.id,
    ]);
    const caller = await signIn(person);
    expect(expectStatus(await caller.get('/me'), 200).body).toMatchObject({
      person: { mustChangePassword: true },
    });
    expect(expectStatus(await caller.get('/organization'), 403).body).toMatchObject({ code: 'forbidden' });
    expectStatus(await change(caller, NEXT_PASSWORD), 204);
    expectStatus(await caller.get('/organization'), 200);
  });

  it('refuses a wrong present password at its field and counts it as a failed sign-in', async () => {
    const person = test.world.employer.people.manager;
    const caller = await signIn(person);
    for (let count = 0; count < 10; count++) {
      const refused = expectStatus(await change(caller, NEXT_PASSWORD, 'not the password'), 422);
      expect(refused.body).toMatchObject({
        errors: [{ pointer: '/currentPassword', code: 'wrong_password' }],
      });
    }
    expectStatus(await change(caller, NEXT_PASSWORD), 429);
  });

  it.each([
    ['eleven characters', 'Кукушка-317', 'password_too_short'],
    ['a leaked one', 'Qwertyuiop123', 'password_common'],
    ['a short block again and again', 'abc1abc1abc1abc1', 'password_common'],
    ['the name of the service and a year', 'Praktika-2026', 'password_personal'],
    ['the own e-mail and a digit', 'head@employer.test1', 'password_personal'],
    ['the present one', TEST_PASSWORD, 'password_unchanged'],
  ])('refuses %s', async (_, password, code) => {
    const caller = await test.as(test.world.employer.people.head);
    const refused = expectStatus(await change(caller, password), 422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/newPassword', code }] });
  });

  it.each([
    [12, 'clerk', 204],
    [128, 'lawyer', 204],
    [129, 'observer', 422],
  ] as const)('answers to a phrase of %i characters of %s with %i', async (length, who, status) => {
    const letters = Array.from({ length }, (_, index) => String.fromCodePoint(0x430 + ((index * 7) % 32)));
    const caller = await signIn(test.world.university.people[who]);
    expectStatus(await change(caller, letters.join('')), status);
  });
});
