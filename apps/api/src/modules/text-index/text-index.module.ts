import { Module } from '@nestjs/common';
import { FileText } from '../files/index.js';
import { TextIndexJob } from './text-index.job.js';
import { TextIndex } from './text-index.js';

/** Text inside sent files, read for the registry's search; with a reader of its own, so that nobody waits behind it. */
@Module({ providers: [FileText, TextIndex, TextIndexJob], exports: [TextIndex] })
export class TextIndexModule {}
