import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { Refusal } from '../errors/index.js';

/**
 * Opaque page cursors. A cursor is bound by HMAC to the organization and to the filter it was given for: used by
 * another organization or with another filter it is refused (reliability.md T1).
 */
@Injectable()
export class Cursors {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param position where the next page begins; @param binding organization and filter, any canonical text */
  seal(position: readonly string[], binding: string): string {
    const payload = Buffer.from(JSON.stringify(position));
    return `${payload.toString('base64url')}.${this.mac(payload, binding).toString('base64url')}`;
  }

  /** @throws Refusal `invalid_cursor` */
  open(cursor: string, binding: string): string[] {
    const [body = '', mac = ''] = cursor.split('.');
    const payload = Buffer.from(body, 'base64url');
    const given = Buffer.from(mac, 'base64url');
    const wanted = this.mac(payload, binding);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      throw new Refusal('invalid_cursor');
    return JSON.parse(payload.toString()) as string[];
  }

  private mac(payload: Buffer, binding: string): Buffer {
    return createHmac('sha256', this.config.cursorSecret)
      .update(payload)
      .update('\0')
      .update(binding)
      .digest()
      .subarray(0, 16);
  }
}
