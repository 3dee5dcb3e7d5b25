import { reportView, TEST_MARK, type CheckView } from '../verification/report-view.js';
import type { BundleRow, BundleSignatureRow } from '../signatures.queries.js';
import { BUNDLE_NAMES, signatureName } from './bundle-names.js';
import { html, Html } from './html.js';
import { opensslCommand } from './openssl-command.js';

const ROLE_WORDS = { recipient: 'Получатель', author: 'Автор' } as const;
const MARKS: Readonly<Record<CheckView['status'], string>> = { PASSED: '✓', FAILED: '✗', UNKNOWN: '?' };

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}' +
  'table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}td,th{border:1px solid #ccc;padding:.35rem .6rem;' +
  'text-align:left;vertical-align:top}code,pre{font-size:.85em;overflow-wrap:anywhere;white-space:pre-wrap}' +
  '.mark{border:2px solid #b3261e;color:#b3261e;padding:.5rem 1rem;font-weight:600}';

/** What the protocol tells of. */
export interface ProtocolContent {
  readonly revision: BundleRow;
  readonly documentName: string;
  readonly signatures: readonly BundleSignatureRow[];
  /** When the protocol is made. */
  readonly madeAt: Date;
  /** IANA zone of the reader's organization. */
  readonly timeZone: string;
}

/**
 * The printable protocol of a revision: the verdict in words, every signature with its checks at receipt and now,
 * the hashes of file and terms, and the command that checks it without us (signatures.md §5).
 */
export function protocolPage(content: ProtocolContent): string {
  const { revision, signatures } = content;
  const time = clockOf(content.timeZone);
  const page = html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <title>Протокол проверки подписей</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <h1>Протокол проверки подписей</h1>
        <p>
          ${revision.title}, редакция ${revision.revision_number}. Составлен
          ${time(content.madeAt.toISOString())}.
        </p>
        ${signatures.some(({ test }) => test) ? html`<p class="mark">${TEST_MARK}</p>` : null}
        <p><strong>${verdictOf(signatures)}</strong></p>
        <table>
          ${row('Подписанный файл', content.documentName)} ${row('SHA-256 файла', revision.main_file_sha256)}
          ${row('SHA-256 условий договора', revision.terms_sha256)}
        </table>
        ${signatures.map((signature, index) => section(signature, index, content, time))}
        <p>Вложения документа не подписываются. Проверка алгоритмов ГОСТ этим протоколом не выполняется.</p>
      </body>
    </html>`;
  return page.text;
}

function verdictOf(signatures: readonly BundleSignatureRow[]): string {
  if (signatures.length === 0) return 'Документ пока не подписан.';
  const confirmed = signatures.filter(({ indication }) => indication === 'TOTAL-PASSED').length;
  if (confirmed === signatures.length) return `Подтверждены все подписи: ${confirmed}.`;
  return `Подтверждено подписей: ${confirmed} из ${signatures.length}.`;
}

function section(
  signature: BundleSignatureRow,
  index: number,
  { documentName }: ProtocolContent,
  time: (instant: string) => string,
): Html {
  const { certificate } = signature;
  const atReceipt = reportView(signature.at_receipt, signature.test);
  const latest = reportView(signature.latest, signature.test);
  const command = opensslCommand({
    signature: signatureName(signature, index),
    document: documentName,
    anchors: BUNDLE_NAMES.anchors,
    receivedAt: signature.received_at,
  });
  return html`<h2>${index + 1}. ${ROLE_WORDS[signature.role]}: ${signature.organization_name}</h2>
    ${signature.test ? html`<p class="mark">${TEST_MARK}</p>` : null}
    <table>
      ${row('Подписал', [signature.person_name, signature.position].filter(Boolean).join(', '))}
      ${row('ИНН, ОГРН', [signature.organization_inn, signature.organization_ogrn].filter(Boolean).join(', '))}
      ${row('Сертификат', `${certificate.serialNumber}, владелец ${certificate.owner}`)}
      ${row('Издатель', certificate.issuer)}
      ${row('Действует', `с ${time(certificate.notBefore)} по ${time(certificate.notAfter)}`)}
      ${row('Заявленное время подписания', signature.claimed_at ? time(signature.claimed_at) : 'не указано')}
      ${row('Получена сервером', time(signature.received_at))} ${row('Вид подписи', signature.level)}
      ${row('Результат при получении', atReceipt.indicationText)}
      ${row('Последняя проверка', `${latest.indicationText}, ${time(signature.latest_at)}`)}
      ${row('Правила проверки', latest.policyVersion)}
    </table>
    <table>
      ${latest.checks.map(
        ({ status, title, detail }) =>
          html`<tr>
            <td>${MARKS[status]}</td>
            <td>${title}</td>
            <td>${detail}</td>
          </tr>`,
      )}
    </table>
    <p>Проверить самостоятельно, без этого сайта:</p>
    <pre>${command}</pre>`;
}

function row(title: string, value: string): Html {
  return html`<tr>
    <th>${title}</th>
    <td>${value}</td>
  </tr>`;
}

/** Instants as the reader's calendar shows them, with the zone named. */
function clockOf(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('ru-RU', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone,
  });
  return (instant) => `${format.format(new Date(instant))} (${timeZone})`;
}
