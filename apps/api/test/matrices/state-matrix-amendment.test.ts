import { documentTransitions } from '@praktika/contracts';
import { amendmentBy } from '../support/index.js';
import { describeStateMatrix } from './state/matrix.js';

describeStateMatrix(amendmentBy('university'), documentTransitions);
