/** Pickers of the reference data. */
export const reference = {
  regions: 'Регион',
  noDistrict: 'Без федерального округа',
  wholeDistrict: 'Весь округ',
  allOfThem: 'Все',
  chosenOf: '{chosen} из {all}',
};
