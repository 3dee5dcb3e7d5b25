/** Why a button is disabled or a call was refused: Russian text per guard code, the same on both ends. */
export const LISTING_RESPONSE_GUARD_TEXTS: Readonly<Record<string, string>> = {
  listing_unpublished: 'Заявка снята с публикации: чтобы принять отклик, опубликуйте её снова.',
  reason_required: 'Укажите причину.',
};
