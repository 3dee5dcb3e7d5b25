import { Injectable, type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/index.js';
import { pointerTo } from './json-pointer.js';

/**
 * Refuses query parameters where a route declares none (reliability.md §2.1): a filter that is silently ignored
 * would show more than was asked for. Routes that do declare some leave this to their DTO.
 */
@Injectable()
export class DeclaredQueryGuard implements CanActivate {
  private readonly known = new WeakMap<object, boolean>();

  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query as object);
    if (names.length === 0 || this.takesQuery(context)) return true;
    throw new Refusal('invalid_parameter', {
      errors: names.map((name) => ({
        pointer: pointerTo('', name),
        code: 'unknown_field',
        detail: 'Такого параметра нет.',
      })),
    });
  }

  private takesQuery(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.known.get(handler);
    if (known !== undefined) return known;
    const takes = declaresQuery(context.getClass(), handler.name);
    this.known.set(handler, takes);
    return takes;
  }
}

/** Nest keeps a handler's parameters under `<kind>:<position>`. */
function declaresQuery(controller: Type, handler: string): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
