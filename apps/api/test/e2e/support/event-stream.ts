/** A page's open stream of server-sent events. */
export interface EventStream {
  /** What was heard so far. */
  readonly events: readonly { readonly event: string; readonly data: Record<string, unknown> }[];
  close(): void;
}

/** Opens the stream and gathers what it tells until it is closed. */
export async function listen(url: string, headers: Readonly<Record<string, string>>): Promise<EventStream> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  if (!response.ok || !response.body)
    throw new Error(`no stream: ${response.status} ${await response.text()}`);
  const events: { event: string; data: Record<string, unknown> }[] = [];
  void gather(response.body, events).catch(() => undefined);
  return { events, close: () => controller.abort() };
}

async function gather(
  body: ReadableStream<Uint8Array>,
  events: { event: string; data: Record<string, unknown> }[],
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/m.exec(block) ?? [];
      if (event && data) events.push({ event, data: JSON.parse(data) as Record<string, unknown> });
    }
  }
}
