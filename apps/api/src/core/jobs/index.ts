export { defineJob } from './job-kind.js';
export { Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { Purge } from './purge.js';
