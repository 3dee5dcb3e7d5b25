import { Global, Module } from '@nestjs/common';
import { Cursors } from './cursor.js';
import { HealthController } from './health.controller.js';

@Global()
@Module({ controllers: [HealthController], providers: [Cursors], exports: [Cursors] })
export class HttpModule {}
