// A transfer as the agencies that act on it see it. The look at whose it is, is written down before anything of them is read.
import type { MatterName } from "../../shared/desk/contract.ts";
import { standingOf } from "../../shared/facts.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { Receipt } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { masked, maskedNumber } from "../../shared/privacy/masks.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { Submission } from "../../shared/submission.ts";
import { sideToAct } from "../../shared/transfer/listed.ts";
import { type AgencySide, type StaffTransfer, sidesAt } from "../../shared/transfer/staff.ts";
import { legalFor, sentIn } from "../../shared/transfer/step.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { placesIn, viewOfTransfer } from "../../shared/transfer/view.ts";
import { namedRegions } from "../staff/named-regions.ts";
import type { Why } from "../staff/record.ts";
import type { StaffDeps } from "../staff-app.ts";
import { handsOn } from "../transfers/in-hand.ts";
import { readTransfers } from "../transfers/transfers.ts";
import { filingFor, handlerIn } from "./filing.ts";
import { transferNamed } from "./names.ts";
import { ownHomeIn } from "./own-home.ts";

type Waits = { retryAfterSeconds: number };
/** Of a place of theirs, or one that is overdue below it. */
export type FoundTransfer = { name: MatterName; transfer: Transfer; sides: AgencySide[] };

export function staffTransfersIn(deps: StaffDeps) {
  const { casework, client, openAs, secret, places, now } = deps;
  const transfers = readTransfers({ client, table: casework.table });
  const hands = handsOn({ client, table: deps.desk.table });
  const isOwnHome = ownHomeIn(deps);

  /** Undefined: there is none of that name, or not for them. */
  async function find(here: StaffHere, name: MatterName): Promise<FoundTransfer | undefined> {
    const key = transferNamed(await secret(), name);
    const transfer = key && (await transfers.one(key.personId, key.receipt));
    const sides = transfer ? sidesAt(here, transfer) : [];
    return transfer && sides.length > 0 ? { name, transfer, sides } : undefined;
  }

  const whyOpened = ({ transfer: { receipt, from, to }, sides }: FoundTransfer): Why => ({
    roles: ["handler"],
    purpose: "task",
    reason: "办理社会保险关系转移",
    receipt,
    task: sides.includes("new") ? to.division : from.division,
  });

  /** Why they may have nothing to say in it: it is about them or their household, or they applied for it for somebody. */
  async function whyBarred(here: StaffHere, found: FoundTransfer): Promise<Finding | Waits | undefined> {
    const { personId } = found.transfer;
    if (await isTheirOwn(here, found)) return finding("desk.own-record");
    const isHome = await isOwnHome(here, personId, ["handler"], whyOpened(found).task);
    return isHome === true ? finding("desk.own-record") : isHome === false ? undefined : isHome;
  }

  async function isTheirOwn({ member: { personId: me } }: StaffHere, { transfer }: FoundTransfer): Promise<boolean> {
    return me !== undefined && (me === transfer.personId || me === (await casework.submission(transfer))?.by?.personId);
  }

  async function open(here: StaffHere, found: FoundTransfer): Promise<StaffTransfer | Waits> {
    const { name, transfer, sides } = found;
    const { personId, receipt } = transfer;
    const opened = await openAs(here, personId, whyOpened(found));
    if (opened.is === "too-many") return opened;
    const own = opened.is === "here" ? opened.record : undefined;
    const barred = await whyBarred(here, found);
    if (barred && "retryAfterSeconds" in barred) return barred;
    const sent = await filingFor(deps, handlerIn(here)).submissions(personId);
    const nameOf = await namedRegions(places);
    const money = sentIn(transfer);
    const taken = await hands.taken(transfer);
    const mine = taken?.staffId === here.member.staffId;
    return {
      ...{ name, sides, today: dateOf(now()), transfer: viewOfTransfer(transfer) },
      places: placesIn([transfer]).map((code) => ({ division: code, name: nameOf(code).name })),
      ...(own && { person: personIn(own) }),
      may: barred ? [] : legalFor(transfer, sides),
      hands: mine ? ["give-back"] : barred || !isTheirTurn(found) ? [] : ["take"],
      ...(taken && { taken: { by: taken.name, mine, at: taken.at } }),
      ...(barred && { why: barred }),
      ...(money && { sent: money }),
      ...stepsOnTheWay(sent, transfer),
      evidence: papersIn(sent, receipt),
    };
  }

  /** Taken from the list, or from a colleague; put back by who has it. `since`: of who has it, as the page showed it. */
  async function pass(here: StaffHere, found: FoundTransfer, to: "me" | "nobody", since?: Instant): Promise<Finding | undefined> {
    const { transfer } = found;
    const { staffId, name } = here.member;
    const before = await hands.taken(transfer);
    const at = now();
    if (to === "nobody") {
      if (before?.staffId !== staffId) return finding(before ? "desk.taken" : "desk.changed");
      return (await hands.passed(transfer, before, undefined)) ? undefined : finding("desk.changed");
    }
    if (await isTheirOwn(here, found)) return finding("desk.own-record");
    if (!isTheirTurn(found)) return finding("transfer.step-not-yours");
    if (before?.at !== since) return finding("desk.changed");
    return (await hands.passed(transfer, before, { staffId, name, at })) ? undefined : finding("desk.changed");
  }

  /** What may be looked at. */
  const papers = async ({ transfer: { personId, receipt } }: FoundTransfer) =>
    papersIn(await casework.submissions(personId), receipt);

  return { find, open, papers, pass, whyBarred };
}

const isTheirTurn = ({ transfer, sides }: FoundTransfer): boolean => {
  const side = sideToAct(transfer);
  return side !== undefined && sides.includes(side);
};

/** With the application, and with what was put right since. */
const papersIn = (sent: readonly Submission[], transfer: Receipt): StaffTransfer["evidence"] =>
  sent
    .filter(
      ({ receipt, content }) => receipt === transfer || (content.slice === "transfer-step" && content.transfer === transfer),
    )
    .flatMap(({ evidence = [] }) => evidence)
    .map(({ id, purpose }) => ({ id, purpose }));

const personIn = ({ registration: { identity }, facts }: RecordPage): NonNullable<StaffTransfer["person"]> => {
  const phone = standingOf(facts, "phone")[0]?.phone;
  return {
    ...{ name: masked("name", identity.name), number: maskedNumber(identity), docType: identity.docType },
    ...(phone && { phone: masked("phone", phone) }),
  };
};

/** What was sent for it and is not in the register yet; and what was sent last, where it came to nothing. `sent`: newest first. */
function stepsOnTheWay(
  sent: readonly Submission[],
  { receipt: transfer, trail }: Transfer,
): Pick<StaffTransfer, "underway"> & Partial<Pick<StaffTransfer, "refused">> {
  const steps = sent.flatMap(({ content, status, receipt, findings = [] }) =>
    content.slice === "transfer-step" && content.transfer === transfer
      ? [{ receipt, status, findings, event: content.event, at: content.acceptedAt }]
      : [],
  );
  const [newest] = steps;
  const refused = newest?.status === "refused" ? newest : undefined;
  return {
    underway: steps
      .filter(({ receipt, status }) => status === "received" && !trail.some((passed) => passed.receipt === receipt))
      .map(({ receipt, event, at }) => ({ receipt, event, at })),
    ...(refused && { refused: { event: refused.event, at: refused.at, findings: [...refused.findings] } }),
  };
}
