import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { dateInZone } from '@praktika/contracts';
import { Clock } from '../../core/clock/index.js';
import { asRefusal, Refusal } from '../../core/errors/index.js';
import { ZipStream } from '../../core/files/index.js';
import {
  isPassing,
  keptProblem,
  OperationKinds,
  OperationStore,
  OperationWork,
  ResultStore,
  Stopped,
  type Interrupted,
  type ItemRow,
  type OperationResult,
  type RunningOperation,
} from '../operations/index.js';
import { BundleContents, folderName, type BundleContent } from '../signatures/index.js';
import { CONTENTS_NAME, contentsPage, type Outcome } from './contents-page.js';
import { FolderNames } from './folder-names.js';

/** How often it is told how far an archive is. */
const TELL_EVERY_MS = 500;

/**
 * Many documents in one archive, each in its folder with all that an archive of its own holds.
 *
 * The archive is the outcome, so what came of the documents is written only when the whole of it is stored: a bundle
 * that was broken off before begins anew, and one broken off after needs nothing but its end.
 */
@Injectable()
export class BundleHandler implements OnModuleInit {
  private readonly logger = new Logger('Bundle');

  constructor(
    private readonly kinds: OperationKinds,
    private readonly operations: OperationStore,
    private readonly work: OperationWork,
    private readonly results: ResultStore,
    private readonly contents: BundleContents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.kinds.handle('BUNDLE', (operation, interrupted) => this.run(operation, interrupted));
  }

  private async run(
    operation: RunningOperation,
    interrupted: Interrupted,
  ): Promise<OperationResult | 'interrupted' | undefined> {
    const { id, actor } = operation;
    const items = await this.operations.items(actor, id);
    const isSettled = items.every(({ status }) => status !== 'QUEUED');
    const size = isSettled ? await this.results.sizeOf(id) : undefined;
    if (size !== undefined) return this.resultOf(operation, size);
    try {
      return await this.make(operation, items, { interrupted, isSettled });
    } catch (error) {
      if (error instanceof Stopped) return error.outcome;
      throw error;
    }
  }

  private async make(
    operation: RunningOperation,
    items: readonly ItemRow[],
    { interrupted, isSettled }: { readonly interrupted: Interrupted; readonly isSettled: boolean },
  ): Promise<OperationResult | undefined> {
    const zip = new ZipStream();
    // what came of documents is told already: it must not be told away while their archive is made once more
    const settled = isSettled ? items.filter(({ status }) => status === 'DONE').length : undefined;
    const tell = this.teller(operation, items.length, interrupted, settled);
    const filled = this.fill(zip, operation, items, tell).catch((error: unknown) => {
      zip.fail(error);
      throw error;
    });
    const [written, filling] = await Promise.allSettled([
      this.results.write(operation.id, zip.content),
      filled,
    ]);
    // what broke the archive off is what filled it; otherwise it is the disk
    if (filling.status === 'rejected' && filling.reason instanceof Stopped) throw filling.reason;
    if (written.status === 'rejected') throw written.reason;
    if (filling.status === 'rejected') throw filling.reason;
    const outcomes = filling.value;
    const isEmpty = outcomes.every(({ folder }) => folder === undefined);
    const marks = outcomes.map(({ mark }) => mark);
    const isWanted = isSettled || (await this.work.settle(operation, marks));
    if (isWanted && isEmpty) await this.results.remove(operation.id);
    return isEmpty ? undefined : this.resultOf(operation, written.value);
  }

  /** Puts one document after the other into the archive, the next when the last one is being read. */
  private async fill(
    zip: ZipStream,
    operation: RunningOperation,
    items: readonly ItemRow[],
    tell: (done: number) => Promise<void>,
  ): Promise<Outcome[]> {
    const { actor } = operation;
    const names = new FolderNames();
    const outcomes: Outcome[] = [];
    await tell(0);
    for (const item of items) {
      const { position } = item;
      const read = await this.read(operation, item);
      if (read instanceof Refusal) {
        outcomes.push({ item, mark: { position, status: 'FAILED', problem: keptProblem(read) } });
      } else {
        const folder = names.take(folderName(read.revision));
        await this.contents.addTo(zip, actor, read, `${folder}/`);
        outcomes.push({ item, mark: { position, status: 'DONE' }, folder });
      }
      await tell(outcomes.length);
    }
    zip.add(CONTENTS_NAME, contentsPage(outcomes));
    zip.end();
    return outcomes;
  }

  /** What goes in of a document, or why it does not. @throws what may pass by itself */
  private async read({ actor }: RunningOperation, { documentId }: ItemRow): Promise<BundleContent | Refusal> {
    try {
      const content = await this.contents.read(actor, documentId);
      if (await this.contents.isWhole(content)) return content;
      this.logger.error({ documentId }, 'a file of the document is missing');
      return new Refusal('internal', { detail: 'Файл документа повреждён: сообщите администратору.' });
    } catch (error) {
      if (isPassing(error)) throw error;
      const refusal = asRefusal(error);
      if (refusal.code === 'internal') this.logger.error({ documentId, error }, 'unforeseen error');
      return refusal;
    }
  }

  /** Tells from time to time how far it is. @throws Stopped, from the function returned */
  private teller(
    operation: RunningOperation,
    total: number,
    interrupted: Interrupted,
    settled: number | undefined,
  ): (done: number) => Promise<void> {
    let told = 0;
    return async (done) => {
      if (interrupted()) throw new Stopped('interrupted');
      if (Date.now() - told < TELL_EVERY_MS) return;
      const running = await this.work.progress(operation, settled ?? done, total);
      if (!running) throw new Stopped('cancelled');
      told = Date.now();
    };
  }

  private resultOf({ actor }: RunningOperation, size: number): OperationResult {
    const name = `Документы ${dateInZone(this.clock.now(), actor.timeZone)}.zip`;
    return { name, size, mediaType: 'application/zip' };
  }
}
