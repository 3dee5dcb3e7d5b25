export const settings = {
  lead: 'Kept in this browser.',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'As the system' },
  density: 'Height of rows in lists',
  densities: { compact: 'Compact', normal: 'Normal', comfortable: 'Comfortable' },
  language: 'Language',
  languageNote: 'Names of statuses and buttons stay Russian, as they stand in the documents.',
  languages: { ru: 'Русский', en: 'English' },
  password: 'Password',
  changePassword: 'Change the password',
};
