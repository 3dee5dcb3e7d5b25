import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { ApiError } from '../../../app/api/api-error.js';
import { API_BASE, api, send, unwrap } from '../../../app/api/client.js';
import type { VerificationReport } from '../../../app/api/models.js';

/** The report stored with a signature, asked for when somebody opens it. */
export function useSignatureReport(id: string, wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['signature-report', id],
    queryFn: ({ signal }) => unwrap(api.GET('/signatures/{id}/report', { params: { path: { id } }, signal })),
    enabled: computed(() => toValue(wanted)),
    staleTime: Infinity,
  });
}

export function signatureUrl(id: string): string {
  return `${API_BASE}/signatures/${id}/cms`;
}

/** Verifies a signature file over a document; nothing is stored. */
export async function verifySignature(content: File, signature: File): Promise<VerificationReport> {
  const form = new FormData();
  form.append('content', content, content.name);
  form.append('signature', signature, signature.name);
  const url = new URL(`${API_BASE}/verify`, location.origin);
  const response = await send(new Request(url, { method: 'POST', body: form }));
  if (!response.ok) throw await ApiError.from(response);
  return (await response.json()) as VerificationReport;
}
