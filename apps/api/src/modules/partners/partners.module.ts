import { Module } from '@nestjs/common';
import { PartnersController } from './partners.controller.js';
import { Partners } from './partners.service.js';

@Module({ controllers: [PartnersController], providers: [Partners] })
export class PartnersModule {}
