export const registrySelection = {
  title: 'Выбранные документы',
  row: 'Выбрать {title}',
  page: 'Выбрать все на странице',
  chosen: 'Выбрано {count}',
  all: 'Выбрать все по фильтру ({count})',
  collecting: 'Собираем документы: {count}',
  stop: 'Остановить',
  limit: 'За один раз не больше {limit}',
  clear: 'Снять выбор',
};
