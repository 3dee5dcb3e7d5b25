import 'reflect-metadata';
import { loadConfig } from './core/config/index.js';
import { createApp } from './create-app.js';
import { demoGuard } from './modules/demo/index.js';

/** The HTTP process; it also runs the jobs where RUN_JOBS says so. */
const config = loadConfig();
const host = demoGuard(config);
const app = await createApp(config);
await app.listen(config.port, host);
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`unhandled rejection: ${String(reason)}\n`);
  void app.close().finally(() => process.exit(1));
});
