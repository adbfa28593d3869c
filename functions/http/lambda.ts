import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import type { ending } from "./frame.ts";

type HttpEvent = Extract<LambdaEvent, { rawPath: string }>;

/** Node makes no request out of these; our app knows none of them either. */
const NEVER_A_REQUEST = ["TRACE", "CONNECT", "TRACK"];

/** From API Gateway's event to the app, such that the adapter never stumbles: it would print what it stumbled over. */
export function onLambda(app: ReturnType<typeof ending>) {
  const answer = handle(app);
  return (event: HttpEvent, context: LambdaContext) => {
    const { http } = event.requestContext;
    const method = NEVER_A_REQUEST.includes(http.method) ? "UNKNOWN" : http.method;
    const requestContext = { ...event.requestContext, http: { ...http, method } };
    const body = ["GET", "HEAD"].includes(method) ? null : event.body;
    return answer({ ...event, requestContext, body }, context);
  };
}
