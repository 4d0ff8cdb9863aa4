import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Access, Answers, Context, type Ctx } from '@lms/api-platform';
import { CardPersonPage, CardPersonQuery, IssueCardsRequest, SignInCards } from '@lms/contracts';
import { CardPeople } from './cards/card-people.js';
import { IssueCards } from './cards/issue-cards.js';

@Controller('sign-in-cards')
export class CardsController {
  constructor(
    private readonly people: CardPeople,
    private readonly issue: IssueCards,
  ) {}

  @Get('people')
  @Access('cards.write')
  @Answers(CardPersonPage)
  list(@Context() ctx: Ctx, @Query({ schema: CardPersonQuery }) query: CardPersonQuery): Promise<CardPersonPage> {
    return this.people.page(ctx, query);
  }

  @Post()
  @Access('cards.write')
  @Answers(SignInCards, 201)
  make(@Context() ctx: Ctx, @Body({ schema: IssueCardsRequest }) body: IssueCardsRequest): Promise<SignInCards> {
    return this.issue.run(ctx, body);
  }
}
