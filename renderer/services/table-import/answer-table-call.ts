import type { TableSession } from '#shared/imports/table-session';
import type { TableAnswer, TableRequest } from './table-requests.ts';

export function answerTableCall(session: TableSession, request: TableRequest): TableAnswer {
  switch (request.name) {
    case 'open':
      return session.open(request.input);
    case 'reopen':
      return session.reopen(request.input);
    case 'draft':
      return session.draft(request.input.mapping, request.input.tableKey);
    case 'take':
      return session.take(request.input.from, request.input.count);
    case 'rejectedRows':
      return session.rejectedRows(request.input);
  }
}
