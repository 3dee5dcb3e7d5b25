import { documentTransitions } from '@praktika/contracts';
import { terminationBy } from '../support/index.js';
import { describeStateMatrix } from './state/matrix.js';

describeStateMatrix(terminationBy('employer'), documentTransitions);
