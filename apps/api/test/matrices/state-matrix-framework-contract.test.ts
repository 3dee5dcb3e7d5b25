import { frameworkTransitions } from '@praktika/contracts';
import { FRAMEWORK_CONTRACT } from '../support/index.js';
import { describeStateMatrix } from './state/matrix.js';

describeStateMatrix(FRAMEWORK_CONTRACT, frameworkTransitions);
