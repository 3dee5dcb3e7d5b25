import { OperationRunner } from '../../src/modules/operations/index.js';
import type { OperationDto, OperationItemDto } from '../../src/modules/operations/operations.dto.js';
import { expectStatus, type Caller } from './caller.js';
import type { TestApp } from './test-app.js';

/** Operations as their own person drives and watches them; jobs are off, so each is run by hand. */
export class Operations {
  constructor(private readonly test: TestApp) {}

  async begin(caller: Caller, path: string, body: object): Promise<OperationDto> {
    return expectStatus(await caller.post(path, body), 202).body as OperationDto;
  }

  run(id: string): Promise<void> {
    return this.test.app.get(OperationRunner).run(id);
  }

  async get(caller: Caller, id: string): Promise<OperationDto> {
    return expectStatus(await caller.get(`/operations/${id}`), 200).body as OperationDto;
  }

  /** What came of each document, or of those in one status. */
  async items(caller: Caller, id: string, status?: string): Promise<OperationItemDto[]> {
    const path = `/operations/${id}/items${status ? `?status=${status}` : ''}`;
    const response = expectStatus(await caller.get(path), 200);
    return (response.body as { items: OperationItemDto[] }).items;
  }

  /** An operation from the request to its end. */
  async whole(caller: Caller, path: string, body: object): Promise<OperationDto> {
    const { id } = await this.begin(caller, path, body);
    await this.run(id);
    return this.get(caller, id);
  }
}
