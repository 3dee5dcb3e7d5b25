import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { CommentsController } from './comments.controller.js';
import { AddComment } from './operations/add-comment.js';

/** What people say about a document: among themselves, or to the other party. */
@Module({ imports: [DocumentsModule], controllers: [CommentsController], providers: [AddComment] })
export class CommentsModule {}
