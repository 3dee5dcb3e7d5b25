import { randomUUID } from 'node:crypto';
import { Reactions } from '../../../src/core/events/index.js';
import type { ApplicationDto } from '../../../src/modules/applications/index.js';
import type { ListingResponseDto } from '../../../src/modules/listing-responses/index.js';
import type { ListingDto } from '../../../src/modules/listings/index.js';
import type { DocumentCardDto } from '../../../src/modules/documents/index.js';
import type { ProposalDto } from '../../../src/modules/profession-proposals/index.js';
import { OperationRunner } from '../../../src/modules/operations/index.js';
import {
  COMPLETE_TERMS,
  Documents,
  expectStatus,
  pdf,
  type Caller,
  type Pair,
  type PersonKey,
  type TestApp,
  type TestOrganization,
  type TestSigning,
} from '../../support/index.js';
import { listing, PLACES, pressListing, pressResponse, responded, RESPONSE } from '../../support/listings.js';

export type Side = 'author' | 'recipient';
type Unsigned = Parameters<Documents['inStatus']>[0];

/** Ids and secrets of a pair that a stranger may try to use. */
export interface Targets {
  readonly organizationId: string;
  readonly personId: string;
  readonly documentId: string;
  readonly draftFileId: string;
  readonly sentFileId: string;
  readonly revisionId: string;
  readonly signatureId: string;
  readonly commentId: string;
  readonly registryCursor: string;
  readonly notificationsCursor: string;
  readonly organizationsCursor: string;
  readonly applicationsCursor: string;
  readonly professionsCursor: string;
  readonly proposalsCursor: string;
  readonly listingId: string;
  readonly listingsCursor: string;
  readonly ownListingsCursor: string;
  readonly publicListingsCursor: string;
  readonly listingResponsesCursor: string;
  readonly headEmail: string;
}

type MarketTargets = Pick<
  Targets,
  'listingId' | 'listingsCursor' | 'ownListingsCursor' | 'publicListingsCursor' | 'listingResponsesCursor'
>;

/** A pair of partners with everything they can have, every text of theirs carrying the same marker. */
export class PairWorld {
  readonly documents: Documents;
  private count = 0;

  constructor(
    readonly test: TestApp,
    readonly pair: Pair,
    readonly signing: TestSigning,
    /** Stands in every text the pair writes; nowhere else. */
    readonly marker: string,
  ) {
    this.documents = new Documents(test, pair);
  }

  organization(side: Side): TestOrganization {
    return side === 'author' ? this.pair.university : this.pair.employer;
  }

  as(side: Side, key: PersonKey): Promise<Caller> {
    return this.test.as(this.organization(side).people[key]);
  }

  text(field: string): string {
    return `${this.marker}-${field}-${++this.count}`;
  }

  /** A draft all of whose texts carry the marker. */
  async draft(): Promise<DocumentCardDto> {
    const author = await this.documents.author();
    const [main, scan, letter] = await Promise.all(['main', 'scan', 'letter'].map(() => this.file(author)));
    const [programme] = COMPLETE_TERMS.programmes;
    return this.documents.draft({
      number: this.text('n'),
      terms: {
        ...COMPLETE_TERMS,
        programmes: [{ ...programme, specialtyName: this.text('specialty'), profile: this.text('profile') }],
        premises: [{ name: this.text('premise'), address: this.text('address') }],
        educationSupervisor: {
          fullName: this.text('supervisor'),
          position: this.text('position'),
          phone: this.text('phone'),
          email: `${this.text('mail')}@pair.test`,
        },
        employerConditions: this.text('employer-conditions'),
        studentConditions: this.text('student-conditions'),
      },
      files: [
        { fileId: main, role: 'MAIN' },
        { fileId: scan, role: 'SCAN' },
        { fileId: letter, role: 'COVER_LETTER' },
      ],
    });
  }

  /** A document of the pair in a status; the reasons on its way carry the marker too. */
  async document(status: Unsigned | 'SIGNED_BY_RECIPIENT' | 'SIGNED'): Promise<DocumentCardDto> {
    const card = await this.draft();
    if (status !== 'SIGNED_BY_RECIPIENT' && status !== 'SIGNED') {
      return this.documents.walk(card, this.documents.route(status, this.text('reason')));
    }
    const sent = await this.documents.walk(card, this.documents.route('ON_SIGNING'));
    const half = await this.signing.sign(sent, this.pair.employer);
    return status === 'SIGNED' ? this.signing.sign(half, this.pair.university) : half;
  }

  /** An uploaded file; name and content carry the marker. */
  async file(caller: Caller): Promise<string> {
    const response = await caller.upload(pdf(this.text('content')), `${this.text('file')}.pdf`);
    return (expectStatus(response, 201).body as { id: string }).id;
  }

  /** A new employee of a side. @returns the id of the membership */
  async employee(side: Side): Promise<string> {
    const head = await this.as(side, 'head');
    const response = await head.post('/employees', {
      surname: this.text('surname'),
      givenName: this.text('name'),
      email: `${this.text('employee')}@pair.test`,
      position: this.text('position'),
      phone: this.text('phone'),
      roles: ['OBSERVER'],
    });
    return (expectStatus(response, 201).body as { employee: { id: string } }).employee.id;
  }

  /** A new API token of a side. */
  async token(side: Side, scopes: readonly string[]): Promise<{ id: string; secret: string }> {
    const head = await this.as(side, 'head');
    const body = { name: this.text('token'), scopes, expiresInDays: 30 };
    const response = expectStatus(await head.post('/api-tokens', body), 201);
    const { token, apiToken } = response.body as { token: string; apiToken: { id: string } };
    return { id: apiToken.id, secret: token };
  }

  /** A shared comment of the employer's on a document. */
  async comment(documentId: string): Promise<string> {
    const head = await this.as('recipient', 'head');
    const body = { text: this.text('comment'), visibility: 'SHARED' };
    const response = await head.post(`/documents/${documentId}/comments`, body);
    return (expectStatus(response, 201).body as { id: string }).id;
  }

  /** A view that the head of a side shares with their organization. */
  async view(side: Side): Promise<string> {
    const head = await this.as(side, 'head');
    const body = { name: this.text('view'), shared: true, filters: { q: this.text('q') } };
    return (expectStatus(await head.post('/registry-views', body), 201).body as { id: string }).id;
  }

  /** A saved search of the head of a side. */
  async search(side: Side): Promise<string> {
    const head = await this.as(side, 'head');
    const body = { name: this.text('search'), filters: { q: this.text('q') } };
    return (expectStatus(await head.post('/saved-searches', body), 201).body as { id: string }).id;
  }

  /**
   * An archive that the head of a side has asked for.
   * @param run whether it is made already
   */
  async operation(side: Side, { run }: { readonly run: boolean }): Promise<string> {
    const head = await this.as(side, 'head');
    const items = [{ id: (await this.document('ON_APPROVAL')).id }];
    const { id } = expectStatus(await head.post('/documents/bundles', { items }), 202).body as { id: string };
    if (run) await this.test.app.get(OperationRunner).run(id);
    return id;
  }

  /** An organization of a side that has nothing to do with anybody. @returns its id */
  async newcomer(side: 'EMPLOYER' | 'EDUCATION'): Promise<string> {
    const id = randomUUID();
    const number = String(++this.count).padStart(10, '5');
    await this.test.database.owner.query(
      `INSERT INTO organizations (id, side, legal_form, full_name, inn, ogrn, profile_email, acting, search_text,
         created_at, updated_at)
       VALUES ($1, $2, 'LEGAL_ENTITY', $3, $4, $4, 'office@newcomer.test', true, $3, now(), now())`,
      [id, side, `newcomer ${id}`, number],
    );
    return id;
  }

  /** An educational organization of the public registry, which nobody acts for. */
  async unaccompanied(): Promise<string> {
    const id = await this.newcomer('EDUCATION');
    await this.test.database.owner.query('UPDATE organizations SET acting = false WHERE id = $1', [id]);
    return id;
  }

  /** An application for practice by a side, in a status; every text of it carries the marker. */
  async application(side: Side, status: 'DRAFT' | 'SENT' | 'ACCEPTED'): Promise<ApplicationDto> {
    const other = side === 'author' ? 'recipient' : 'author';
    const author = await this.as(side, 'head');
    const body = {
      recipientId: this.organization(other).id,
      expectsDraftContract: true,
      terms: {
        applicationType: 'PRACTICE',
        areaCode: '06',
        seats: 3,
        from: '2026-10-01',
        to: '2026-10-31',
        regionCode: '77',
        description: this.text('description'),
        contact: { fullName: this.text('contact') },
      },
    };
    const draft = expectStatus(await author.post('/practice-applications', body), 201).body as ApplicationDto;
    if (status === 'DRAFT') return draft;
    const press = (caller: Caller, action: string, version: number) =>
      caller.with({ 'if-match': `"v${version}"` }).post(`/applications/${draft.id}/actions/${action}`);
    const sent = expectStatus(await press(author, 'send', draft.version), 200).body as ApplicationDto;
    if (status === 'SENT') return sent;
    const decider = await this.as(other, 'head');
    return expectStatus(await press(decider, 'accept', sent.version), 200).body as ApplicationDto;
  }

  /** A profession that a side has proposed, in a status; every text of it carries the marker. */
  async proposal(side: Side, status: 'DRAFT' | 'PENDING_MODERATION' | 'REJECTED'): Promise<ProposalDto> {
    const head = await this.as(side, 'head');
    const body = { name: this.text('profession'), areaCode: '06', description: this.text('description') };
    const draft = expectStatus(await head.post('/profession-proposals', body), 201).body as ProposalDto;
    if (status === 'DRAFT') return draft;
    const sent = expectStatus(
      await head.with({ 'if-match': '"v1"' }).post(`/profession-proposals/${draft.id}/actions/submit`),
      200,
    ).body as ProposalDto;
    if (status === 'PENDING_MODERATION') return sent;
    // the moderator stands outside the two pairs
    await this.test.database.owner.query(
      `UPDATE profession_proposals SET status = 'REJECTED', decided_at = now() WHERE id = $1`,
      [draft.id],
    );
    return sent;
  }

  /** A profession of the directory: everybody's. */
  async profession(): Promise<string> {
    const { rows } = await this.test.database.owner.query<{ id: string }>(
      'SELECT id FROM professions LIMIT 1',
    );
    return rows[0]!.id;
  }

  /** A listing of a side, in a status; every text of it carries the marker. */
  async listing(side: Side, status: 'DRAFT' | 'PUBLISHED' | 'UNPUBLISHED'): Promise<ListingDto> {
    const owner = await this.as(side, 'head');
    const terms = { ...PLACES, profession: this.text('profession'), description: this.text('description') };
    const contacts = { person: this.text('contact'), email: `${this.text('mail')}@pair.test` };
    const draft = await listing(owner, terms, contacts);
    if (status === 'DRAFT') return draft;
    const shown = await pressed(owner, draft, 'publish');
    return status === 'PUBLISHED' ? shown : pressed(owner, shown, 'unpublish');
  }

  /** A response of the employer to a published listing of the university. */
  async response(): Promise<ListingResponseDto> {
    const contact = { fullName: this.text('contact') };
    const body = { ...RESPONSE, message: this.text('message'), contact };
    return responded(await this.as('recipient', 'head'), await this.listing('author', 'PUBLISHED'), body);
  }

  /**
   * What a stranger might find of listings. Nothing stays published: that is for everybody of the other side, strangers
   * among them.
   */
  private async fillMarket(cursor: (address: string) => Promise<string>): Promise<MarketTargets> {
    const shown = [await this.listing('author', 'PUBLISHED'), await this.listing('author', 'PUBLISHED')];
    const places = [
      await this.listing('recipient', 'PUBLISHED'),
      await this.listing('recipient', 'PUBLISHED'),
    ];
    const [employer, university] = [await this.as('recipient', 'head'), await this.as('author', 'head')];
    const responses = [await responded(employer, shown[0]!), await responded(employer, shown[1]!)];
    expectStatus(await pressResponse(university, responses[0]!, 'accept'), 200);
    const targets = {
      listingId: places[0]!.id,
      listingsCursor: await cursor('/listings?limit=1'),
      ownListingsCursor: await cursor('/listings/own?limit=1'),
      publicListingsCursor: await cursor('/public/listings?limit=1'),
      listingResponsesCursor: await cursor('/listing-responses?limit=1'),
    };
    for (const { id, version } of shown) await pressed(university, { id, version }, 'unpublish');
    for (const { id, version } of places) await pressed(employer, { id, version }, 'unpublish');
    await settleEvents(this.test);
    return targets;
  }

  /** A notification of a side about a document. */
  async notification(side: Side): Promise<string> {
    await this.document(side === 'author' ? 'PROJECT_REJECTED' : 'ON_APPROVAL');
    await settleEvents(this.test);
    const head = await this.as(side, 'head');
    const page = expectStatus(await head.get('/notifications?limit=1'), 200).body as {
      items: { id: string }[];
    };
    return page.items[0]!.id;
  }

  /** Marks what no command of this pair's could carry the marker into. */
  async markOrganizations(): Promise<void> {
    const { owner } = this.test.database;
    for (const { id } of Object.values({ ...this.pair })) {
      await owner.query(
        `UPDATE organizations SET profile_email = $2, phone = $3, legal_address = $4, city = $5, kpp = $6 WHERE id = $1`,
        [
          id,
          `${this.text('profile')}@pair.test`,
          ...['phone', 'address', 'city', 'kpp'].map((f) => this.text(f)),
        ],
      );
      await owner.query(
        `UPDATE people SET phone = $2 WHERE id IN (SELECT person_id FROM memberships WHERE organization_id = $1)`,
        [id, this.text('phone')],
      );
    }
    await owner.query('UPDATE organizations SET short_name = $2, site = $2 WHERE id = $1', [
      this.pair.employer.id,
      this.text('employer'),
    ]);
  }

  /** One of everything, and what a stranger would need to ask for it. */
  async fill(): Promise<Targets> {
    const draft = await this.document('DRAFT');
    const concluded = await this.document('SIGNED');
    await this.document('ON_REVISION');
    await this.document('ON_APPROVAL');
    await this.employee('recipient');
    await this.token('recipient', ['documents:read']);
    await this.view('recipient');
    await this.search('recipient');
    for (const status of ['DRAFT', 'SENT', 'ACCEPTED'] as const) await this.application('recipient', status);
    for (const status of ['DRAFT', 'PENDING_MODERATION'] as const) await this.proposal('recipient', status);
    await settleEvents(this.test);
    const head = await this.as('recipient', 'head');
    const cursor = async (address: string) =>
      (expectStatus(await head.get(address), 200).body as { nextCursor: string }).nextCursor;
    return {
      organizationId: this.pair.employer.id,
      personId: this.pair.employer.people.manager.id,
      documentId: concluded.id,
      draftFileId: draft.files[0]!.fileId,
      sentFileId: concluded.files[0]!.fileId,
      revisionId: concluded.revision!.id,
      signatureId: concluded.signatures[0]!.id,
      commentId: await this.comment(concluded.id),
      registryCursor: await cursor('/documents?limit=1'),
      notificationsCursor: await cursor('/notifications?limit=1'),
      organizationsCursor: await cursor('/organizations?side=EDUCATION&limit=1'),
      applicationsCursor: await cursor('/applications?limit=1'),
      professionsCursor: await cursor('/professions?limit=1'),
      proposalsCursor: await cursor('/profession-proposals?limit=1'),
      ...(await this.fillMarket(cursor)),
      headEmail: this.pair.employer.people.head.email,
    };
  }
}

const pressed = async (
  caller: Caller,
  standing: Pick<ListingDto, 'id' | 'version'>,
  action: 'publish' | 'unpublish',
) => expectStatus(await pressListing(caller, standing, action), 200).body as ListingDto;

/** Runs the reactions to everything committed so far: bell and mail are as they would be moments later. */
export async function settleEvents(test: TestApp): Promise<void> {
  const { rows } = await test.database.owner.query<{ id: string }>(
    'SELECT event_id AS id FROM outbox WHERE handled_at IS NULL GROUP BY event_id ORDER BY min(outbox.id)',
  );
  for (const { id } of rows) await test.app.get(Reactions).run(id);
}
