import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { BuddyRequest, IdParams, Task, TaskNote, TaskPage, TaskQuery } from '@lms/contracts';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { ChooseBuddy } from '../buddy/choose-buddy.js';
import { DoTask } from './do-task.js';
import { MyTasks } from './my-tasks.js';

type ById = z.infer<typeof IdParams>;

@Controller()
export class TasksController {
  constructor(
    private readonly mine: MyTasks,
    private readonly task: DoTask,
    private readonly buddy: ChooseBuddy,
  ) {}

  @Get('my/tasks')
  @Access('self')
  @Answers(TaskPage)
  myTasks(@Context() ctx: Ctx, @Query({ schema: TaskQuery }) query: TaskQuery): Promise<TaskPage> {
    return this.mine.run(ctx, query);
  }

  @Post('tasks/:id/done')
  @Access('self')
  @Answers(Task)
  done(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: TaskNote }) { note }: TaskNote,
  ): Promise<Task> {
    return this.task.done(ctx, id, note);
  }

  @Post('tasks/:id/undo')
  @Access('self')
  @Answers(Task)
  undo(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: TaskNote }) { note }: TaskNote,
  ): Promise<Task> {
    return this.task.undo(ctx, id, note);
  }

  @Put('path-enrolments/:id/buddy')
  @Access('record.read')
  @Answers('nothing')
  chooseBuddy(
    @Context() ctx: Ctx,
    @Param({ schema: IdParams }) { id }: ById,
    @Body({ schema: BuddyRequest }) { personId }: BuddyRequest,
  ): Promise<void> {
    return this.buddy.run(ctx, id, personId);
  }
}
