/**
 * How anybody checks a signature of the bundle without us, from the unpacked folder. Judged as of receipt, because
 * a certificate may expire later; names hold no single quote (bundle-names).
 */
export function opensslCommand(names: {
  readonly signature: string;
  readonly document: string;
  readonly anchors: string;
  readonly receivedAt: string;
}): string {
  const seconds = Math.floor(new Date(names.receivedAt).getTime() / 1000);
  return (
    `openssl cms -verify -cades -binary -inform DER -in '${names.signature}' -content '${names.document}' ` +
    `-CAfile '${names.anchors}' -purpose any -attime ${seconds} -out /dev/null`
  );
}
