/** Days before the same organization may be invited again by the same one. */
export const INVITATION_PAUSE_DAYS = 30;

/** Invitations one organization may send within 24 hours: the product's mailer is nobody's mass mailing. */
export const INVITATIONS_PER_DAY = 50;

/** Who invites whom, as the letter names them. */
export interface InvitationFacts {
  readonly inviter: { readonly name: string; readonly inn: string };
  readonly invitee: { readonly name: string };
  readonly person: {
    readonly fullName: string;
    readonly position?: string | null;
    readonly phone?: string | null;
    readonly email: string;
  };
}

/** The words of an invitation into the product: for the letter, and to be copied and sent by hand. */
export interface InvitationText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Writes the invitation: who invites, what for, how to get in touch. Plain text, in Russian. */
export function invitationText({ inviter, invitee, person }: InvitationFacts): InvitationText {
  const signature = [person.fullName, person.position].filter(Boolean).join(', ');
  const contacts = [person.phone, person.email].filter(Boolean).join(', ');
  return {
    subject: `${inviter.name} приглашает вас в систему «Практика»`,
    paragraphs: [
      'Здравствуйте!',
      `${inviter.name} (ИНН ${inviter.inn}) приглашает организацию ${invitee.name} работать вместе в системе «Практика»: ` +
        'в ней работодатели и образовательные организации находят друг друга, обмениваются заявками, ' +
        'согласуют и подписывают договоры о практической подготовке.',
      `Пригласил сотрудник: ${signature}. Связаться: ${contacts}.`,
      'Чтобы начать, ответьте по этим контактам: вам помогут подключиться. Посмотреть систему можно по ссылке.',
    ],
  };
}
