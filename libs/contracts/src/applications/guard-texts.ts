/** Why a button is disabled or a call was refused: Russian text per guard code, the same on both ends. */
export const APPLICATION_GUARD_TEXTS: Readonly<Record<string, string>> = {
  incomplete: 'Заполните обязательные поля и приложите файл или отметьте, что ждёте проект договора.',
  recipient_without_account: 'Организация ещё не работает в системе: пригласите её, и заявка дойдёт.',
  already_partners: 'Партнёрство с этой организацией уже действует.',
  application_open: 'Заявка на партнерство между вашими организациями уже на рассмотрении.',
  partnership_ended: 'Партнёрство с этой организацией не действует.',
  education_drafts: 'Договор составляет образовательная организация.',
  contract_drafted: 'По заявке уже составлен договор.',
  reason_required: 'Укажите причину.',
};
