export { defineJob, type JobKind, type JobPayload } from './job-kind.js';
export { Jobs, type JobHandler } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { Purge } from './purge.js';
