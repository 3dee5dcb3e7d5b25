import type { Messages } from '../ru/index.js';

export const reference: Messages['reference'] = {
  regions: 'Region',
  noDistrict: 'Without a federal district',
  wholeDistrict: 'The whole district',
  allOfThem: 'All',
  chosenOf: '{chosen} of {all}',
};
