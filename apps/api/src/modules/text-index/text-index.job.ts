import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { Reactions } from '../../core/events/index.js';
import { defineJob, Jobs } from '../../core/jobs/index.js';
import { TextIndex } from './text-index.js';

const READ = defineJob<{ documentId: string }>({ name: 'texts.read', queue: 'texts' });
const SWEEP = defineJob({
  name: 'texts.sweep',
  queue: 'schedule',
  schedule: '*/10 * * * *',
  atStart: true,
});

/** When files are read: soon after a document has been sent, and whatever was missed within ten minutes. */
@Injectable()
export class TextIndexJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reactions: Reactions,
    private readonly index: TextIndex,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.reactions.register('file-texts', ({ eventId, objectId }) => this.enqueue([objectId], eventId));
    this.jobs.handle(READ, ({ documentId }) => this.index.read(documentId));
    this.jobs.handle(SWEEP, async () =>
      this.enqueue(await this.index.missed(), this.clock.now().toISOString()),
    );
  }

  /** @param occasion tells this turn of a document from its other ones */
  private async enqueue(documents: readonly string[], occasion: string): Promise<void> {
    if (documents.length === 0) return;
    await this.jobs.add(
      READ,
      documents.map((documentId) => ({
        id: `${documentId}-${occasion.replaceAll(':', '')}`,
        payload: { documentId },
      })),
    );
  }
}
