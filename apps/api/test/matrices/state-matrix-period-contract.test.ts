import { contractTransitions, DOCUMENT_STATUSES } from '@praktika/contracts';
import { PERIOD_CONTRACT } from '../support/index.js';
import { describeStateMatrix } from './state/matrix.js';
import { SITUATIONS } from './state/situations.js';

it('the situations cover every status a person can see', () => {
  const covered = Object.values(SITUATIONS).map(({ status }) => status);
  expect(new Set(covered)).toEqual(new Set(DOCUMENT_STATUSES));
});

describeStateMatrix(PERIOD_CONTRACT, contractTransitions, { versions: true });
