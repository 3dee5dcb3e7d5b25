import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { DemoMailsController } from './demo-mails.controller.js';
import { MailSignals } from './mail-signals.js';
import { MailTemplates } from './mail-templates.js';
import { CapturingTransport, MailTransport, SmtpTransport } from './mail-transport.js';
import { Mailer } from './mailer.js';

@Global()
@Module({
  controllers: [DemoMailsController],
  providers: [
    Mailer,
    MailSignals,
    MailTemplates,
    {
      provide: MailTransport,
      inject: [CONFIG],
      useFactory: ({ smtpUrl, mailFrom, publicUrl }: Config): MailTransport =>
        smtpUrl === undefined ? new CapturingTransport() : new SmtpTransport(smtpUrl, mailFrom, publicUrl),
    },
  ],
  exports: [Mailer, MailTemplates],
})
export class MailModule {}
