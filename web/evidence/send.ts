// Sends a picture or PDF and says how far it is. By XMLHttpRequest: fetch does not tell what has gone out.
import * as v from "valibot";
import { putEvidence } from "../../shared/evidence/contract.ts";
import { ReadProblem } from "../../shared/kernel/answers.ts";
import type { Answer } from "../call.ts";
import { leaveToSignIn } from "../paths.ts";

const TIMEOUT_MS = 120_000; // 4 MB where there is hardly a network

export type Sent = v.InferOutput<typeof putEvidence.reply>;
type Piece = { id: string; draft: string; purpose: string; blob: Blob };

export function send({ id, draft, purpose, blob }: Piece, tell: (percent: number) => void) {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer<Sent>>((done) => {
    const outage = (because: "offline" | "lost" | "slow" | "broken") => done({ is: "outage", outage: { because } });
    request.open(putEvidence.method, `/api/evidence/${id}?${new URLSearchParams({ draft, purpose })}`);
    request.setRequestHeader("content-type", blob.type);
    request.timeout = TIMEOUT_MS;
    request.upload.onprogress = ({ loaded, total }) => tell(Math.round((100 * loaded) / Math.max(1, total)));
    request.ontimeout = () => outage("slow");
    request.onerror = () => outage(navigator.onLine ? "lost" : "offline");
    request.onload = () => {
      const said = parsed(request.responseText);
      const view = v.safeParse(putEvidence.reply, said);
      if (request.status === putEvidence.status && view.success) return done({ is: "value", value: view.output });
      const problem = v.safeParse(ReadProblem, said);
      if (!problem.success || request.status >= 500) return outage("broken");
      if (request.status === 401) return void leaveToSignIn();
      done({ is: "problem", type: problem.output.type.replace(/^.*\//, ""), problem: problem.output });
    };
    request.send(blob);
  });
  return { answer, stop: () => request.abort() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
