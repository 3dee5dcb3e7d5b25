export { OrganizationsModule } from './organizations.module.js';
export { DEMO_ORGANIZATIONS } from './seed/demo-organizations.js';
export { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './seed/demo-people.js';
