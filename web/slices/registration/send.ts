// A registration is sent: what is told from the form, with the evidence that was handed in for it.

import { listEvidence } from "../../../shared/evidence/contract.ts";
import { submitRegistration } from "../../../shared/registration/contract.ts";
import { FORM_VERSION } from "../../../shared/registration/form.ts";
import type { Answer, call as calling } from "../../call.ts";
import type { Typed } from "../../drafts.ts";
import { guardianOf, isChild } from "../../is-child.ts";
import type { Form } from "./answer.ts";
import { type Body, partsOf, signatureIn } from "./request.ts";

export type Sending = { form: Form; kept: Typed; child: string | undefined; draft: string };

/** `call`: of the page, which may send it away to sign in. */
export async function send(
  { form, kept, child, draft }: Sending,
  attemptKey: string,
  call: typeof calling,
): Promise<Answer<{ receipt: string }>> {
  const needsProof = !child && /^(?:guardian|proxy)$/.test(kept["sign.by"] ?? "");
  const there = needsProof ? await call(listEvidence, { params: { draft } }) : undefined;
  if (there && there.is !== "value") return there;
  const consent = kept["consent"];
  const body: Body = {
    form: FORM_VERSION,
    ...(child && { for: child }),
    ...partsOf(form, kept),
    notes: true,
    declared: true,
    signature: signatureIn(
      child && !isChild(child) ? { ...kept, "sign.by": "proxy" } : kept,
      isChild(child) && guardianOf(child),
    ),
    ...(isChild(child) && consent && { consent: { version: consent, relation: guardianOf(child) } }),
    ...(there && { evidence: { draft, ids: there.value.evidence.map(({ id }) => id) } }),
  };
  return call(submitRegistration, { body, attemptKey });
}
