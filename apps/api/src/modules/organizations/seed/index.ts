export { DEMO_ORGANIZATIONS, type DemoOrganization, type DemoOrganizationKey } from './demo-organizations.js';
export { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './demo-people.js';
export { seedDemoOrganizations, type DemoWorld } from './seed-demo-organizations.js';
export { seedEducationOrganizations } from './seed-education-organizations.js';
