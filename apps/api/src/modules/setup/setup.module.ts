import { Module } from '@nestjs/common';
import { CompleteSetup } from './operations/complete-setup.js';
import { SetupController } from './setup.controller.js';
import { Setup } from './setup.service.js';

@Module({
  controllers: [SetupController],
  providers: [CompleteSetup, Setup],
})
export class SetupModule {}
