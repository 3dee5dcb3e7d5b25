import { expectAccessible } from './support/accessibility.js';
import { contractOnApproval } from './support/contracts.js';
import { people } from './support/people.js';
import { nextStep } from './support/steps.js';
import { test } from './support/test.js';

test('what is under the pointer can be read as well as the rest', async ({ enter, desk }) => {
  const { id } = await contractOnApproval(await desk(people.office));
  const hr = await enter(people.hr);
  await hr.goto(`/documents/${id}`);
  await nextStep(hr).getByRole('button', { name: 'Согласовать проект', exact: true }).hover();
  await expectAccessible(hr, 'the card with the pointer on its main button');
});
