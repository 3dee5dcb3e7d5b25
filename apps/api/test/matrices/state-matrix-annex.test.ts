import { annexTransitions } from '@praktika/contracts';
import { FRAMEWORK_ANNEX } from '../support/index.js';
import { describeStateMatrix } from './state/matrix.js';

describeStateMatrix(FRAMEWORK_ANNEX, annexTransitions);
