export type { Letter } from './letter.js';
export { MailModule } from './mail.module.js';
export { MailTemplates, type MailParameters } from './mail-templates.js';
export { CapturingTransport, SmtpTransport } from './mail-transport.js';
export { Mailer } from './mailer.js';
