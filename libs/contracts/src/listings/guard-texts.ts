/** Why a button is disabled or a call was refused: Russian text per guard code, the same on both ends. */
export const LISTING_GUARD_TEXTS: Readonly<Record<string, string>> = {
  incomplete: 'Заполните обязательные поля.',
  period_ended: 'Срок практики уже закончился: измените даты.',
  responses_open: 'Сначала отклоните отклики, которые ждут решения.',
  already_responded: 'Вы уже откликнулись: отклик ждёт решения.',
};
