import type {
  AmendmentTerms,
  FrameworkContractTerms,
  PeriodContractTerms,
  TerminationTerms,
} from '@praktika/contracts';
import { contractTerms, day } from './contract-terms.js';
import type { Scenario } from './scenarios.js';

/** Terms of a demo document of any kind. */
export type DemoTerms = PeriodContractTerms & FrameworkContractTerms & AmendmentTerms & TerminationTerms;

/** Complete terms of a demo document; the same scenario and index give the same terms. */
export function demoTerms(scenario: Scenario, index: number, createdAt: Date): DemoTerms {
  const whole = contractTerms(index, scenario.employer, scenario.education, createdAt);
  switch (scenario.kind) {
    case 'PERIOD_CONTRACT':
      return whole;
    case 'FRAMEWORK_CONTRACT': {
      const { programmes: _, ...framework } = whole;
      return { ...framework, validTo: day(createdAt, 730), prolongation: 'YEARLY' };
    }
    case 'FRAMEWORK_ANNEX': {
      const { employerConditions: _employer, studentConditions: _student, ...annex } = whole;
      return annex;
    }
    case 'SUPPLEMENTARY_TERMINATION':
      return { effectiveDate: day(createdAt, 21), reason: 'Практика переносится на следующий учебный год.' };
    case 'SUPPLEMENTARY_AMENDMENT':
      return {
        changes: [
          { term: 'seats', effectiveFrom: day(createdAt, index % 2 === 0 ? 5 : 14), seats: 10 + (index % 7) },
          {
            term: 'premises',
            effectiveFrom: day(createdAt, 21),
            premises: [{ name: 'Корпус 2, учебный центр', address: whole.premises?.[0]?.address }],
          },
        ],
      };
  }
}
