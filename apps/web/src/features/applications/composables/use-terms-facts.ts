import { APPLICATION_TYPE_LABELS, type ApplicationTerms } from '@praktika/contracts';
import { useI18n } from 'vue-i18n';
import { contactText } from '../../../app/practice/contact-fields.js';
import { usePlacesFacts } from '../../../app/practice/use-places-facts.js';
import { useRegionsAndAreas } from '../../../app/reference/regions-and-areas.js';

/** What an application says, as labelled facts: for its card and for the check before sending. */
export function useTermsFacts() {
  const { t } = useI18n();
  const { regionName, areaName } = useRegionsAndAreas();
  const placesFacts = usePlacesFacts();
  const label = (name: string) => t(`applications.fields.${name}`);

  function termsFacts(terms: ApplicationTerms) {
    const { areaCode, regionCode, applicationTypes = [] } = terms;
    const types = applicationTypes.map((type) => APPLICATION_TYPE_LABELS[type]).join(', ');
    const names = { areaName: areaName(areaCode), regionName: regionName(regionCode) };
    return [
      ...(types ? [{ label: label('type'), value: types }] : []),
      ...placesFacts(terms, names).filter(({ label: name }) => !types || name !== label('type')),
    ];
  }

  function messageFacts({ message, contact }: ApplicationTerms) {
    return [
      { label: label('message'), value: message },
      { label: label('contact'), value: contactText(contact) },
    ];
  }

  return { termsFacts, messageFacts };
}
