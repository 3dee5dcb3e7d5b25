/** Why a button is disabled or a call was refused: Russian text per guard code, the same on both ends. */
export const GUARD_TEXTS: Readonly<Record<string, string>> = {
  incomplete: 'Заполните обязательные поля и приложите основной файл.',
  scan_missing: 'Приложите скан подписанного на бумаге договора.',
  partnership_ended: 'Партнёрство с этой организацией не действует.',
  parent_not_concluded: 'Основной договор ещё не заключён.',
  parent_closed: 'Основной договор уже закрыт.',
  already_sent: 'Документ уже направлялся второй стороне, удалить его нельзя.',
  never_sent: 'Документ ещё не направлялся второй стороне.',
  reason_required: 'Укажите причину.',
  reminded_today: 'Сегодня вы уже напоминали. Следующее напоминание можно отправить завтра.',
  termination_open: 'По договору уже оформляется соглашение о прекращении.',
  acknowledgement_required:
    'Есть незавершённые практики или приложения. Оставьте комментарий и подтвердите, что знаете о них.',
  responsible_required: 'Укажите ответственное лицо.',
};
