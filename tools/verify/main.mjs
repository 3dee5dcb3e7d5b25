import { verifyDetachedSignature } from '@praktika/signing';
import { nodeCryptoProvider } from '@praktika/signing/node';
import { USAGE, UsageError, readArguments } from './arguments.mjs';
import { documentStream, signatureFile, trustFolders } from './files.mjs';
import { jsonReport, textReport } from './report.mjs';

const EXIT = { passed: 0, notPassed: 1, usage: 2 };

async function run(argv) {
  const options = readArguments(argv);
  if (options.help) {
    process.stdout.write(USAGE);
    return EXIT.passed;
  }
  const { trust, unreadable } = await trustFolders(options.anchors, options.crls);
  for (const path of unreadable)
    process.stderr.write(`Пропущен файл: ${path} (ни сертификат, ни список отзыва)\n`);
  const report = await verifyDetachedSignature({
    content: await documentStream(options.content),
    signature: await signatureFile(options.signature),
    trust,
    at: options.at,
    expected: options.expected,
    provider: nodeCryptoProvider,
  });
  process.stdout.write(options.json ? jsonReport(report) : textReport(report));
  return report.indication === 'TOTAL-PASSED' ? EXIT.passed : EXIT.notPassed;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // Anything that kept a verdict from being reached must not look like a verdict.
  const hint = error instanceof UsageError ? '\nСправка: npm run -s verify -- --help' : '';
  process.stderr.write(`${error.message}${hint}\n`);
  process.exitCode = EXIT.usage;
}
