import { randomUUID } from 'node:crypto';
import { TOKEN_SCOPES } from '@praktika/contracts';
import {
  Caller,
  createTestApp,
  expectStatus,
  TEST_PASSWORD,
  TestSigning,
  type TestApp,
  type TestPerson,
} from '../../support/index.js';
import { ISOLATION_MATRIX, type OperationCase } from '../isolation-matrix.js';
import { descriptionOf, type Description, type Operation } from '../routes.js';
import { PairWorld, type Side, type Targets } from './pair-world.js';
import type { Shape } from './send.js';
import { SCOPES_WITHOUT, type Viewpoint } from './viewpoints.js';

const SIDES: readonly Side[] = ['author', 'recipient'];

/** Two disjoint pairs, everybody signed in, tokens issued, former employees dismissed. */
export class Stage {
  private readonly secrets = new Map<string, Promise<string>>();
  private readonly standing = new Map<string, Shape>();

  private constructor(
    readonly test: TestApp,
    readonly description: Description,
    readonly pair: PairWorld,
    readonly strangers: PairWorld,
  ) {}

  /** The strangers come first, alone; `fillPair` brings in those whom they must not notice. */
  static async create(): Promise<Stage> {
    const test = await createTestApp();
    const signing = await TestSigning.create(test);
    const { employer, university, foreignEmployer, foreignUniversity } = test.world;
    const marker = () => `mrk${randomUUID().slice(0, 8)}`;
    const strangers = { employer: foreignEmployer, university: foreignUniversity };
    const stage = new Stage(
      test,
      descriptionOf(test.app),
      new PairWorld(test, { employer, university }, signing, marker()),
      new PairWorld(test, strangers, signing, marker()),
    );
    await stage.strangers.markOrganizations();
    await stage.strangers.fill();
    for (const side of SIDES) await stage.tokenOf(stage.strangers, side, TOKEN_SCOPES);
    return stage;
  }

  /** Fills the pair's world, and prepares for every operation the object that strangers aim at. */
  async fillPair(): Promise<Targets> {
    await this.pair.markOrganizations();
    for (const side of SIDES) await this.dismissClerk(side);
    const targets = await this.pair.fill();
    for (const [operationId, entry] of Object.entries(ISOLATION_MATRIX)) {
      this.standing.set(operationId, await this.shape(entry, this.pair));
    }
    return targets;
  }

  operation(operationId: string): Operation {
    const found = this.description.operations.find((operation) => operation.operationId === operationId);
    if (!found) throw new Error(`no operation ${operationId}`);
    return found;
  }

  /** The request against the pair's object that only reads and refused calls touch. */
  standingShape(operationId: string): Shape {
    return this.standing.get(operationId) ?? {};
  }

  /** The request against a fresh object of a world. */
  async shape({ shape, side = 'author' }: OperationCase, world: PairWorld): Promise<Shape> {
    return (await shape?.(world, side)) ?? {};
  }

  async caller(viewpoint: Viewpoint, entry: OperationCase): Promise<Caller> {
    const { side = 'author', scope } = entry;
    if (viewpoint === 'anonymous') return this.test.anonymous;
    if (viewpoint === 'token') return this.byToken(this.pair, side, TOKEN_SCOPES);
    if (viewpoint === 'foreignToken') return this.byToken(this.strangers, side, TOKEN_SCOPES);
    if (viewpoint === 'tokenWithoutScope') {
      return this.byToken(this.pair, side, SCOPES_WITHOUT[scope ?? 'documents:write']);
    }
    const person = this.person(viewpoint, side);
    return entry.ownSession ? this.signIn(person) : this.test.as(person);
  }

  private person(
    viewpoint: Exclude<Viewpoint, 'anonymous' | 'token' | 'tokenWithoutScope' | 'foreignToken'>,
    side: Side,
  ): TestPerson {
    const { people } = this.pair.organization(side);
    const other = this.pair.organization(side === 'author' ? 'recipient' : 'author');
    return {
      head: people.head,
      manager: people.manager,
      observer: people.observer,
      formerEmployee: people.clerk,
      otherParty: other.people.head,
      foreignHead: this.strangers.organization(side).people.head,
    }[viewpoint];
  }

  private async byToken(world: PairWorld, side: Side, scopes: readonly string[]): Promise<Caller> {
    const secret = await this.tokenOf(world, side, scopes);
    return new Caller(this.test.app, { authorization: `Bearer ${secret}` });
  }

  private tokenOf(world: PairWorld, side: Side, scopes: readonly string[]): Promise<string> {
    const key = `${world.marker} ${side} ${scopes.join()}`;
    const known = this.secrets.get(key) ?? world.token(side, scopes).then(({ secret }) => secret);
    this.secrets.set(key, known);
    return known;
  }

  private async signIn({ email }: TestPerson): Promise<Caller> {
    const answer = await this.test.anonymous.post('/auth/login', { email, password: TEST_PASSWORD });
    const [cookie] = expectStatus(answer, 200).headers['set-cookie'] as unknown as string[];
    return new Caller(this.test.app, { cookie: cookie!.split(';')[0]! });
  }

  /** The clerk signs in, works, and is dismissed; the session stays in the browser. */
  private async dismissClerk(side: Side): Promise<void> {
    const clerk = this.pair.organization(side).people.clerk;
    expectStatus(await (await this.test.as(clerk)).get('/documents'), 200);
    const head = await this.pair.as(side, 'head');
    const list = expectStatus(await head.get('/employees'), 200).body as {
      items: { id: string; personId: string }[];
    };
    const membership = list.items.find(({ personId }) => personId === clerk.id);
    expectStatus(await head.post(`/employees/${membership!.id}/actions/end`), 200);
  }
}
