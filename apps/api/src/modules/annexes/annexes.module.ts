import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule, KindRegistry } from '../documents/index.js';
import { annex } from './annex.kind.js';
import { AnnexesController } from './annexes.controller.js';

/** Annexes to framework contracts: a practice period each. */
@Module({ imports: [DocumentsModule], controllers: [AnnexesController] })
export class AnnexesModule implements OnModuleInit {
  constructor(private readonly kinds: KindRegistry) {}

  onModuleInit(): void {
    this.kinds.register(annex);
  }
}
