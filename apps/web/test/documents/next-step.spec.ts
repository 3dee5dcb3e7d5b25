import { DOCUMENT_STATUSES } from '@praktika/contracts';
import { createPinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import type { Me } from '../../src/app/api/models.js';
import { useSession } from '../../src/app/session/session-store.js';
import NextStep from '../../src/features/documents/components/NextStep.vue';
import { nextStep as english } from '../../src/locales/en/next-step.js';
import { nextStep as russian } from '../../src/locales/ru/next-step.js';
import { documentCard } from '../document-card.js';
import { mountInApp } from '../mount.js';

const cells = DOCUMENT_STATUSES.flatMap((status) =>
  (['author', 'recipient'] as const).map((party) => ({ status, party })),
);

describe('«Следующий шаг»', () => {
  it.each(cells)('has words for $status seen by the $party, in both languages', ({ status, party }) => {
    for (const texts of [russian, english]) {
      expect(texts[status][party].title.length).toBeGreaterThan(5);
      expect(texts[status][party].text.length).toBeGreaterThan(20);
    }
  });

  it.each(cells)('is drawn without holes for $status seen by the $party', ({ status, party }) => {
    const document = documentCard({ status, direction: party === 'author' ? 'OUTGOING' : 'INCOMING' });
    const text = mountInApp(NextStep, { document, practiceFrom: null, practiceTo: null }).text();
    expect(text).toContain('Следующий шаг');
    expect(text).not.toMatch(/[{}]|nextStep\./);
  });

  const others = (
    ['FRAMEWORK_ANNEX', 'SUPPLEMENTARY_TERMINATION', 'SUPPLEMENTARY_AMENDMENT'] as const
  ).flatMap((kind) => cells.filter(({ status }) => status !== 'EXECUTED').map((cell) => ({ kind, ...cell })));

  it.each(others)(
    'does not call $kind a contract in $status seen by the $party',
    ({ kind, status, party }) => {
      const direction = party === 'author' ? 'OUTGOING' : 'INCOMING';
      const document = documentCard({ kind, status, direction });
      const text = mountInApp(NextStep, { document, practiceFrom: null, practiceTo: null }).text();
      expect(text).not.toMatch(/договор|[{}]|nextStep\.|kindWords\./i);
    },
  );

  it('says whom one waits for by the side of the other party', () => {
    const asAuthor = documentCard({ status: 'ON_SIGNING', direction: 'OUTGOING' });
    const asRecipient = documentCard({ status: 'SIGNED_BY_RECIPIENT', direction: 'INCOMING' });
    const text = (document: unknown) =>
      mountInApp(NextStep, { document, practiceFrom: null, practiceTo: null }).text();
    expect(text(asAuthor)).toContain('Ждём работодателя');
    expect(text(asRecipient)).toContain('Ждём образовательную организацию');
  });

  it('tells who cannot sign that their organization is to, and who can that they are', () => {
    const awaiting = [
      documentCard({ status: 'ON_SIGNING', direction: 'INCOMING' }),
      documentCard({ status: 'SIGNED_BY_RECIPIENT', direction: 'OUTGOING' }),
    ];
    const said = (document: unknown, permissions: string[]) => {
      const pinia = createPinia();
      useSession(pinia).me = { permissions, organization: { id: 'o1' } } as unknown as Me;
      return mountInApp(NextStep, { document, practiceFrom: null, practiceTo: null }, pinia).text();
    };
    for (const document of awaiting) {
      expect(said(document, ['documents:approve'])).toContain('Ждём подпись вашей организации');
      expect(said(document, ['documents:sign'])).toContain('Подпишите договор');
    }
  });

  it('makes one button the main one and explains a disabled one beside it', () => {
    const document = documentCard({
      status: 'DRAFT',
      direction: 'OUTGOING',
      availableActions: [
        {
          action: 'submit-approval',
          label: 'Отправить на согласование',
          enabled: false,
          reason: 'incomplete',
          reasonText: 'Заполните обязательные поля.',
        },
        { action: 'update', label: 'Редактировать', enabled: true },
      ],
    });
    const step = mountInApp(NextStep, { document, practiceFrom: null, practiceTo: null });
    const [main, disabled] = step.findAll('button');
    expect(main?.text()).toBe('Редактировать');
    expect(disabled?.attributes('disabled')).toBeDefined();
    const why = disabled?.attributes('aria-describedby') ?? '';
    expect(step.get(`#${why}`).text()).toBe('Заполните обязательные поля.');
  });

  it('tells a person without the right who can act', () => {
    const document = documentCard({ status: 'ON_SIGNING', waitingForMe: true, availableActions: [] });
    const text = mountInApp(NextStep, { document, practiceFrom: null, practiceTo: null }).text();
    expect(text).toContain('Вашей роли это действие недоступно');
  });
});
