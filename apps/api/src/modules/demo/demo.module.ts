import { Module } from '@nestjs/common';
import { SignaturesModule } from '../signatures/index.js';
import { DemoRevocation } from './demo-revocation.js';
import { DemoController } from './demo.controller.js';
import { ReadDemo } from './read-demo.js';

@Module({
  imports: [SignaturesModule],
  controllers: [DemoController],
  providers: [ReadDemo, DemoRevocation],
})
export class DemoModule {}
