export const settings = {
  lead: 'Сохраняются в этом браузере.',
  theme: 'Тема',
  themes: { light: 'Светлая', dark: 'Тёмная', system: 'Как в системе' },
  density: 'Высота строк в списках',
  densities: { compact: 'Плотная', normal: 'Обычная', comfortable: 'Свободная' },
  language: 'Язык',
  languageNote: 'Названия статусов и кнопок остаются русскими: так они стоят в документах.',
  languages: { ru: 'Русский', en: 'English' },
  password: 'Пароль',
  changePassword: 'Сменить пароль',
};
