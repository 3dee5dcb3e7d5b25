import { parseCertificate, parseCrl } from '@praktika/signing';
import { openPkcs12 } from '@praktika/signing/browser';
import {
  createDemoCa,
  issueCrls,
  issuePersonCertificate,
  toPkcs12,
  type DemoCa,
} from '@praktika/signing/demo-ca';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { TrustRegistry } from '../../src/modules/signatures/trust/trust-registry.js';
import { expectStatus, type Caller } from './caller.js';
import type { TestApp } from './test-app.js';
import type { TestOrganization, TestPerson } from './world.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const PASSWORD = 'key-of-a-test';

/** Signs like the browser does, with certificates of a demo centre that the application trusts. */
export class TestSigning {
  private readonly keys = new Map<string, Promise<Awaited<ReturnType<typeof openPkcs12>>>>();

  private constructor(
    private readonly test: TestApp,
    private readonly ca: DemoCa,
  ) {}

  /** Makes the centre and lets the application trust it. */
  static async create(test: TestApp): Promise<TestSigning> {
    const now = test.clock.now();
    const ca = await createDemoCa({ algorithm: 'P-256', now });
    const crls = issueCrls(ca, {
      thisUpdate: new Date(now.getTime() - DAY_MS / 2),
      nextUpdate: new Date(now.getTime() + 7 * DAY_MS),
    });
    await test.app.get(TrustRegistry).add('demo', {
      certificates: [ca.root.certificate, ca.issuing.certificate].map(parseCertificate),
      crls: crls.map(parseCrl),
    });
    return new TestSigning(test, ca);
  }

  /** Detached signature of a head over bytes, base64. */
  async over(organization: TestOrganization, bytes: Uint8Array): Promise<string> {
    const { head } = organization.people;
    const known = this.keys.get(head.id) ?? this.issue(organization, head);
    this.keys.set(head.id, known);
    const cms = await (await known).sign(bytes, { signingTime: this.test.clock.now() });
    return Buffer.from(cms).toString('base64');
  }

  /** Body of «Подписать» for the document's current revision. */
  async bodyFor(card: DocumentCardDto, organization: TestOrganization): Promise<object> {
    const head = await this.test.as(organization.people.head);
    const bytes = await contentOf(head, card.revision?.file.fileId ?? '');
    return { revisionId: card.revision?.id, cms: await this.over(organization, bytes) };
  }

  /** The organization's head signs the document. */
  async sign(card: DocumentCardDto, organization: TestOrganization): Promise<DocumentCardDto> {
    const head = await this.test.as(organization.people.head);
    const response = await head.act(card.id, 'sign', card.version, await this.bodyFor(card, organization));
    return expectStatus(response, 200).body as DocumentCardDto;
  }

  private async issue(organization: TestOrganization, person: TestPerson) {
    const { fullName, inn, ogrn } = organization;
    const { surname, givenName, patronymic, snils, position } = person;
    const issued = await issuePersonCertificate(this.ca, {
      organization: { name: fullName, innLegalEntity: inn, ogrn },
      person: { surname, givenName, patronymic, snils, title: position },
      now: this.test.clock.now(),
    });
    const { certificate, privateKey, chain } = issued;
    const file = await toPkcs12({ certificate, privateKey, chain, password: PASSWORD });
    return openPkcs12(file, PASSWORD);
  }
}

/** Bytes of a file as the caller downloads them. */
async function contentOf(caller: Caller, fileId: string): Promise<Buffer> {
  const response = await caller
    .get(`/files/${fileId}/content`)
    .buffer(true)
    .parse((stream, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => done(null, Buffer.concat(parts)));
    });
  return expectStatus(response, 200).body as Buffer;
}
