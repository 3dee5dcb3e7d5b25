/** Locale keys of the fields a listing may lack before it is published, by their JSON pointers. */
export const MISSING_LABELS: Readonly<Record<string, string>> = {
  '/terms/applicationType': 'applications.fields.type',
  '/terms/areaCode': 'applications.fields.area',
  '/terms/profession': 'applications.fields.profession',
  '/terms/regionCode': 'applications.fields.region',
  '/terms/seats': 'applications.fields.seats',
  '/terms/from': 'applications.form.from',
  '/terms/to': 'applications.form.to',
  '/contacts/person': 'applications.fields.contact',
  '/contacts/phone': 'listings.contacts.phoneOrEmail',
};
