export type { Letter } from './letter.js';
export { MailModule } from './mail.module.js';
export { MailTemplates, type MailParameters } from './mail-templates.js';
export {
  CapturingTransport,
  MailTransport,
  SmtpTransport,
  type Delivery,
  type OutgoingMail,
} from './mail-transport.js';
export { Mailer, type MailOrder } from './mailer.js';
