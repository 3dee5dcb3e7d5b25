import { Module } from '@nestjs/common';
import { DigestMail } from './digest.mail.js';
import { RemindersJob } from './reminders.job.js';
import { ReminderScan } from './scan.js';

/** The daily reminder of awaited signatures: bell per document, one e-mail per organization. */
@Module({ providers: [ReminderScan, RemindersJob, DigestMail], exports: [ReminderScan] })
export class RemindersModule {}
