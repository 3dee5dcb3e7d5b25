import type { SecurityHeadersOptions } from '@nestjs/common';

/**
 * Headers of every answer (reliability.md §4.1): nothing from other sites, no framing. Styles may be inline because
 * the UI kit sets its tokens in a style element; scripts never.
 */
export const securityHeaders: SecurityHeadersOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: "'self'",
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: "'self'",
      workerSrc: ["'self'", 'blob:'],
      objectSrc: "'none'",
      baseUri: "'none'",
      formAction: "'self'",
      frameAncestors: "'none'",
    },
  },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: true,
  referrerPolicy: { policy: 'same-origin' },
};
