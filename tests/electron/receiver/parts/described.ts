import { Ajv2020 } from 'ajv/dist/2020.js';

interface DescribedAnswer {
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref: string } }>>;
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
}

/** As much of an OpenAPI description as a test of it reads. */
export interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The description's operations by their id, and whether a body is what it says of an answer. */
export function describedBy(description: Description) {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(description, 'description');
  const operations = new Map(
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'parameters')
        .map(([method, operation]) => [operation.operationId, { path, method, ...operation }]),
    ),
  );
  const all = [...operations].flatMap(([id, { responses }]) =>
    Object.keys(responses).map((status) => `${id} ${status}`),
  );
  const problemWith = (id: string, status: number, type: string, body: unknown): string | null => {
    const answer = operations.get(id)?.responses[status];
    if (answer === undefined) return `${id} ${status} is not described`;
    const content = answer.content ?? {};
    const [wanted] = Object.keys(content);
    if (wanted === undefined) return type === '' ? null : `${id} ${status} has a body`;
    if (wanted !== type) return `${id} ${status} is ${type} and not ${wanted}`;
    const reference = content[wanted]?.schema?.$ref;
    if (reference === undefined) return null;
    const validate = ajv.compile({ $ref: `description${reference}` });
    return validate(body) ? null : `${id} ${status}: ${ajv.errorsText(validate.errors)}`;
  };
  return { operations, all, problemWith };
}
