import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/index.js';
import { SignaturesModule } from '../signatures/index.js';
import { BundleHandler } from './bundle-handler.js';
import { BundlesController } from './bundles.controller.js';
import { StartBundle } from './start-bundle.js';

/** Documents of a registry in one archive, with their signatures. */
@Module({
  imports: [OperationsModule, SignaturesModule],
  controllers: [BundlesController],
  providers: [StartBundle, BundleHandler],
})
export class BundlesModule {}
