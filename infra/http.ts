import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { alarmsOfHttp } from "./alarms.ts";
import { acknowledge, houseLogs } from "./house.ts";

/** No address, no path as it was asked for, no header: the route's pattern says what it was about. */
const logged = {
  requestId: "$context.requestId",
  at: "$context.requestTimeEpoch",
  routeKey: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
};

/** Throttled as a whole, never by address: a village may sit behind one. */
export function houseHttp(scope: Construct): HttpApi {
  const http = new HttpApi(scope, "Http", { createDefaultStage: false, description: "The API of Canbaotong, behind its site" });
  new HttpStage(scope, "HttpStage", {
    httpApi: http,
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(houseLogs(scope, "HttpLogs")),
      format: AccessLogFormat.custom(JSON.stringify(logged)),
    },
  });
  alarmsOfHttp(scope, http);
  return http;
}

export function routeTo(http: HttpApi, path: string, fn: Lambda): void {
  const [route] = http.addRoutes({
    path: `${path}/{proxy+}`,
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration(`${fn.node.id}Integration`, fn),
  });
  acknowledge(route!, {
    APIG4: "Sessions are cookies of our own, checked in the function; health and sign-in are for everybody",
  });
}
