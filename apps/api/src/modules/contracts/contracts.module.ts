import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule, KindRegistry } from '../documents/index.js';
import { ContractsController } from './contracts.controller.js';
import { frameworkContract } from './framework-contract.kind.js';
import { periodContract } from './period-contract.kind.js';

/** Contracts between an educational organization and an employer. */
@Module({ imports: [DocumentsModule], controllers: [ContractsController] })
export class ContractsModule implements OnModuleInit {
  constructor(private readonly kinds: KindRegistry) {}

  onModuleInit(): void {
    this.kinds.register(periodContract);
    this.kinds.register(frameworkContract);
  }
}
