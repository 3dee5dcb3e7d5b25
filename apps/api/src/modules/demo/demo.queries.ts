import type { Statement } from '../../core/database/index.js';

/** Is the demo in the database? */
export const DEMO_EXISTS: Statement = {
  name: 'demo.exists',
  text: 'SELECT EXISTS (SELECT FROM organizations WHERE demo) AS exists',
};
