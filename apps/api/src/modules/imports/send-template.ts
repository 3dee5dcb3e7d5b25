import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { downloadHeaders } from '../../core/files/index.js';
import type { Template } from './import-template.js';

/** Answers with a template. */
export function sendTemplate(reply: FastifyReply, { name, mediaType, content }: Template): StreamableFile {
  void reply.headers(downloadHeaders(name, mediaType));
  return new StreamableFile(content);
}
