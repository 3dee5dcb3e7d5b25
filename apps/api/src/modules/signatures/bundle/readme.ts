import type { BundleRow, BundleSignatureRow } from '../signatures.queries.js';
import { TEST_MARK } from '../verification/report-view.js';
import { BUNDLE_NAMES, signatureName } from './bundle-names.js';
import { opensslCommand } from './openssl-command.js';

/** What is in the archive and how to check it without us; CRLF, because Windows' notepad reads it too. */
export function readmeText(
  revision: BundleRow,
  documentName: string,
  signatures: readonly BundleSignatureRow[],
): string {
  const commands = signatures.map((signature, index) =>
    opensslCommand({
      signature: signatureName(signature, index),
      document: documentName,
      anchors: BUNDLE_NAMES.anchors,
      receivedAt: signature.received_at,
    }),
  );
  const lines = [
    `${revision.title}, редакция ${revision.revision_number}`,
    '',
    ...(signatures.some(({ test }) => test) ? [TEST_MARK, ''] : []),
    `${documentName} — документ, ровно те байты, которые подписаны`,
    'Подписи — отделённые подписи CAdES-BES (.sig), по одной на организацию',
    'Сертификаты — сертификаты подписавших и удостоверяющих центров',
    `${BUNDLE_NAMES.protocol} — результат проверки каждой подписи`,
    'Вложения документа, если они есть, лежат отдельно и не подписаны',
    '',
    `SHA-256 документа: ${revision.main_file_sha256}`,
    `SHA-256 условий договора: ${revision.terms_sha256}`,
    '',
    'Подписи проверяются без сайта, программой OpenSSL 3 из этой папки:',
    '',
    ...commands.flatMap((command) => [command, '']),
    'Ответ «CAdES Verification successful» означает, что подпись сделана над этим файлом и файл не изменён.',
    '',
  ];
  return lines.join('\r\n');
}
