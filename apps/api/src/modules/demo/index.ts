export { ensureCentres, issueLists, publishCentres, type DemoCentres } from './certification-centre.js';
export { containerPath, demoFolder } from './demo-folder.js';
export { demoGuard, judgeDemo } from './demo-guard.js';
export { DemoModule } from './demo.module.js';
