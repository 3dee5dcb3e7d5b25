/** Why a button is disabled or a call was refused: Russian text per guard code, the same on both ends. */
export const PROPOSAL_GUARD_TEXTS: Readonly<Record<string, string>> = {
  incomplete: 'Заполните обязательные поля: название профессии и область профессиональной деятельности.',
  reason_required: 'Укажите причину.',
};
