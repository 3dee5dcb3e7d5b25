import { Global, Module } from '@nestjs/common';
import { Cursors } from './cursor.js';
import { Drain } from './drain.js';
import { HealthController } from './health.controller.js';

@Global()
@Module({ controllers: [HealthController], providers: [Cursors, Drain], exports: [Cursors] })
export class HttpModule {}
