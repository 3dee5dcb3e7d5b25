/** Partners and the registry of educational organizations. */
export const partners = {
  tabs: {
    label: 'Реестр партнёров',
    partners: 'Мои партнеры',
    'partners-registry': 'Реестр обр. организаций',
  },
  search: 'Наименование, ИНН или ОГРН',
  ended: 'Показать прекращённые',
  empty: 'Партнёров пока нет',
  emptyText: 'Партнёрство начинается с принятой заявки.',
  nothing: 'Ничего не найдено',
  columns: {
    name: 'Организация',
    inn: 'ИНН',
    region: 'Регион',
    since: 'Партнёр с',
    status: 'Статус',
    account: 'В системе',
  },
  hasAccount: 'Работает',
  noAccount: 'Пока нет',
  open: 'Открыть карточку',
  actionsFor: 'Действия: {name}',
  apply: { ACTIVE: 'Направить заявку на практику', ENDED: 'Направить заявку на партнерство' },
  about: 'Организация',
  between: 'Между нами',
  noDocuments: 'Документов пока нет.',
  fields: { fullName: 'Полное наименование', city: 'Город', site: 'Сайт', seats: 'Мест по договорам' },
  since: 'Партнёрство с {date}',
  until: 'прекращено {date}.',
  endedTitle: 'Партнёрство прекращено',
  end: {
    verb: 'Прекратить партнёрство',
    consequence:
      'Заключённые договоры останутся в силе. Новые договоры и заявки на практику станут возможны после нового партнёрства.',
    done: 'Партнёрство прекращено',
  },
};
