import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from './core/auth/index.js';
import { ClockModule, SystemClock, type Clock } from './core/clock/index.js';
import { ConfigModule, type Config } from './core/config/index.js';
import { DatabaseModule } from './core/database/index.js';
import { BlobsModule } from './core/files/index.js';
import { HttpModule } from './core/http/http.module.js';
import { SignInModule } from './modules/sign-in/index.js';
import { ContractsModule } from './modules/contracts/index.js';
import { DocumentsModule } from './modules/documents/index.js';
import { FilesModule } from './modules/files/index.js';
import { SignaturesModule } from './modules/signatures/index.js';

/** The one module graph of both processes: HTTP and worker. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ClockModule.with(clock),
        DatabaseModule,
        BlobsModule,
        AuthModule,
        HttpModule,
        SignInModule,
        DocumentsModule,
        ContractsModule,
        FilesModule,
        SignaturesModule,
      ],
    };
  }
}
