import type { BrowserContext } from '@playwright/test';

/**
 * What no page of ours may do: ask another origin for anything, break its own Content-Security-Policy, or throw.
 *
 * @param origin the only origin that may be asked
 * @returns complaints, filled while the context lives
 */
export function watch(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    const inside = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!inside) complaints.push(`External request: ${request.method()} ${request.url()}`);
  });
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(`CSP: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    complaints.push(`Uncaught: ${error.error().stack ?? error.error().message}`);
  });
  return complaints;
}
