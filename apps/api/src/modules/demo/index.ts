export { ensureCentres, issueLists, publishCentres, type DemoCentres } from './certification-centre.js';
export { containerPath, demoFolder, holdsDemo } from './demo-folder.js';
export { demoGuard, judgeDemo } from './demo-guard.js';
export { DemoModule } from './demo.module.js';
export { demoAccounts } from './read-demo.js';
