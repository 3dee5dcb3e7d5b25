import { equalBytes } from '../bytes.js';
import { signatureBytes } from '../cms/encoding.js';
import { readSignedAttributes, type SignedAttributes } from '../cms/signed-attributes.js';
import { parseSignedData, type SignedData, type SignerInfo } from '../cms/signed-data.js';
import { OID } from '../oids.js';
import { parseCertificate, type Certificate } from '../x509/certificate.js';
import { summarizeCertificate } from '../x509/describe.js';
import { BASE_CHECK_IDS } from './codes.js';
import { documentDigest } from './content.js';
import { comparisons } from './identity.js';
import { assertConstraints, assertSigningKeyUsage, assertValidity, findPath, shortName } from './path.js';
import { CLOCK_TOLERANCE_MS, POLICY_VERSION } from './policy.js';
import { Refusal } from './refusal.js';
import { ReportBuilder } from './report.js';
import { checkRevocation } from './revocation-checks.js';
import {
  assertAlgorithms,
  assertSigningCertificate,
  namedCertificates,
  type SignerAlgorithms,
} from './signer.js';
import { NOTES, digestLabel, formatInstant } from './texts.js';
import { parseTrust, parseUntrusted, type ParsedTrust } from './trust.js';
import type { VerificationInput, VerificationReport } from './types.js';

/** One verification: what was asked, what is trusted, and the report being written. */
interface Run {
  readonly input: VerificationInput;
  readonly trust: ParsedTrust;
  readonly report: ReportBuilder;
}

/** The one signer of a well-formed file, and the certificates the file brought. */
interface Signed {
  readonly cms: SignedData;
  readonly info: SignerInfo;
  readonly certificates: readonly Certificate[];
  /** Certificates the signer's identifier names: usually one. */
  readonly candidates: readonly Certificate[];
}

/**
 * Verifies one detached CAdES-BES signature over exactly the bytes of a document, in the order of
 * EN 319 102-1: format → signer → algorithms → document and signature value → path → revocation → identity.
 *
 * Whatever is wrong with the signature file is a verdict, never an exception. Everything the verdict rests on comes
 * from the arguments: nothing is fetched, and neither anchors nor revocation lists are taken from the file.
 *
 * @returns a report with one line per check, in the fixed order of CHECK_IDS
 * @throws Asn1Error when the configured trust cannot be parsed, and whatever the content's stream throws
 */
export async function verifyDetachedSignature(input: VerificationInput): Promise<VerificationReport> {
  const run: Run = { input, trust: parseTrust(input.trust), report: new ReportBuilder(BASE_CHECK_IDS) };
  const signed = await readSignature(run);
  const [named] = signed?.candidates ?? [];
  const identity = comparisons(input.expected, named);
  run.report.expect(identity.map(({ id }) => id));

  const attributes = signed && (await checkAttributes(run, signed));
  const algorithms = signed && (await checkAlgorithms(run, signed));
  const certificate = signed && attributes && (await checkSigningCertificate(run, signed, attributes));
  if (attributes && algorithms) await checkBytes(run, signed, attributes, algorithms);
  if (certificate) {
    await checkCertificate(run, certificate, signed.certificates);
    for (const { id, compare } of identity) await run.report.run(id, () => compare(certificate));
  }

  const signer = certificate ?? named;
  return {
    ...run.report.verdict(),
    signer: signer && summarizeCertificate(signer, await input.provider.digest('SHA-256', [signer.der])),
    claimedSigningTime: attributes?.signingTime?.toISOString(),
    digestAlgorithm: algorithms?.digest,
    verifiedAt: input.at.toISOString(),
    policyVersion: POLICY_VERSION,
  };
}

async function readSignature({ input, trust, report }: Run): Promise<Signed | undefined> {
  const cms = await report.run('FORMAT', () => parseSignedData(signatureBytes(input.signature)));
  if (!cms) return undefined;
  await report.run('DETACHED', () => {
    if (cms.attached) throw new Refusal('NOT_DETACHED');
  });
  const info = await report.run('ONE_SIGNER', () => {
    const [first, ...more] = cms.signers;
    if (!first || more.length > 0) throw new Refusal('SIGNER_COUNT', String(cms.signers.length));
    return first;
  });
  if (!info) return undefined;
  const known = [...trust.intermediates, ...trust.anchors];
  const certificates = parseUntrusted(cms.certificates, known, input.readCertificate ?? parseCertificate);
  return { cms, info, certificates, candidates: namedCertificates(info, certificates) };
}

function checkAttributes({ report }: Run, { cms, info }: Signed): Promise<SignedAttributes | undefined> {
  return report.run('SIGNED_ATTRIBUTES', () => {
    const attributes = readSignedAttributes(info.signedAttributes);
    if (attributes.contentType !== cms.contentType || cms.contentType !== OID.data)
      throw new Refusal('CONTENT_TYPE');
    return attributes;
  });
}

function checkAlgorithms({ input, report }: Run, { cms, info, candidates }: Signed) {
  return report.run('ALGORITHMS', (note) => assertAlgorithms(cms, info, candidates[0], input.provider, note));
}

function checkSigningCertificate(
  { input, report }: Run,
  { candidates }: Signed,
  attributes: SignedAttributes,
) {
  return report.run('SIGNING_CERTIFICATE', () =>
    assertSigningCertificate(candidates, attributes, input.provider),
  );
}

/** The document against its digest, the attributes against the signature value, the claimed time against ours. */
async function checkBytes(
  { input, report }: Run,
  { info, candidates }: Signed,
  attributes: SignedAttributes,
  { digest, signature: algorithm }: SignerAlgorithms,
): Promise<void> {
  await report.run('DOCUMENT', async (note) => {
    const actual = await documentDigest(input, digest);
    if (!equalBytes(actual, attributes.messageDigest)) throw new Refusal('DIGEST_MISMATCH');
    note(NOTES.digest(digestLabel(digest)));
  });
  const [certificate] = candidates;
  if (certificate && algorithm) {
    const check = {
      spki: certificate.spki.raw,
      algorithm,
      data: attributes.signed,
      signature: info.signature,
    };
    await report.run('SIGNATURE', async () => {
      if (!(await input.provider.verify(check))) throw new Refusal('SIGNATURE_INVALID');
    });
  }
  await report.run('SIGNING_TIME', (note) => {
    const { signingTime } = attributes;
    if (!signingTime) return note(NOTES.noSigningTime);
    if (signingTime.getTime() > input.at.getTime() + CLOCK_TOLERANCE_MS) {
      throw new Refusal('SIGNING_TIME_FUTURE', formatInstant(signingTime));
    }
    note(formatInstant(signingTime));
  });
}

/** The signer's certificate: its purpose, its path to an anchor, its dates, its revocation. */
async function checkCertificate(
  { input, trust, report }: Run,
  certificate: Certificate,
  untrusted: readonly Certificate[],
): Promise<void> {
  const path = await report.run('CHAIN', async (note) => {
    const found = await findPath(
      certificate,
      trust.anchors,
      [...trust.intermediates, ...untrusted],
      input.provider,
    );
    note(NOTES.anchor(shortName(found.at(-1) ?? certificate)));
    return found;
  });
  if (path) await report.run('CHAIN_CONSTRAINTS', () => assertConstraints(path));
  await report.run('KEY_USAGE', () => assertSigningKeyUsage(certificate));
  await report.run('VALIDITY', (note) => {
    assertValidity(path ?? [certificate], input.at);
    note(NOTES.validity(formatInstant(certificate.notBefore), formatInstant(certificate.notAfter)));
  });
  if (path) await checkRevocation(report, path, trust.crls, input);
}
