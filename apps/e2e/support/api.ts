import type { APIRequestContext, APIResponse } from '@playwright/test';
import { expect } from '@playwright/test';
import { PASSWORD, type Person } from './people.js';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the tests read of a document's card. */
export interface Card {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly version: number;
}

interface StoredFile {
  readonly id: string;
}

/** The API as one person uses it, to bring a document where a test begins. Every refusal fails the test. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  /** Signs in; the cookie stays in the request context, which may be a page's own. */
  async signIn({ email, organization }: Person): Promise<void> {
    const { organizations } = await this.post<{ organizations: Choice[] }>('/auth/login', {
      email,
      password: PASSWORD,
    });
    if (!organization) return;
    const chosen = organizations.find(({ name }) => name === organization);
    expect(chosen, `${email} works for ${organization}`).toBeDefined();
    await this.post('/auth/organization', { organizationId: chosen?.id });
  }

  /** Ends the session: a person has only so many, and the oldest would give way to the next tests'. */
  async signOut(): Promise<void> {
    await this.request.post('/api/v1/auth/logout');
  }

  async upload(name: string, content: Buffer): Promise<string> {
    const file = { name, mimeType: 'application/pdf', buffer: content };
    const stored = await answer<StoredFile>(
      await this.request.post('/api/v1/files', { multipart: { file } }),
    );
    return stored.id;
  }

  async partnerId(shortName: string): Promise<string> {
    const { items } = await this.get<{ items: { id: string; shortName: string }[] }>('/partners');
    const partner = items.find((item) => item.shortName === shortName);
    expect(partner, `${shortName} is a partner`).toBeDefined();
    return partner?.id ?? '';
  }

  card(id: string): Promise<Card> {
    return this.get<Card>(`/documents/${id}`);
  }

  /** An action on the document as it stands now. */
  async act(id: string, action: string, body: object = {}): Promise<Card> {
    const { version } = await this.card(id);
    const headers = { 'If-Match': `"v${version}"` };
    return this.post<Card>(`/documents/${id}/actions/${action}`, body, headers);
  }

  /** Changes a draft as it stands now. */
  async change(id: string, data: object): Promise<Card> {
    const { version } = await this.card(id);
    const headers = { 'If-Match': `"v${version}"` };
    return answer<Card>(await this.request.patch(`/api/v1/contracts/${id}`, { data, headers }));
  }

  async get<T>(path: string): Promise<T> {
    return answer<T>(await this.request.get(`/api/v1${path}`));
  }

  async post<T>(path: string, data: object, headers: Record<string, string> = {}): Promise<T> {
    return answer<T>(await this.request.post(`/api/v1${path}`, { data, headers }));
  }
}

async function answer<T>(response: APIResponse): Promise<T> {
  const text = await response.text();
  expect(response.ok(), `${response.url()} answered ${response.status()}: ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}
