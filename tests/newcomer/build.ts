import * as v from "valibot";
import { NewcomerAccepted } from "../../shared/newcomer/contract.ts";
import { noon } from "../support/build.ts";

/** A first registration as it is kept. */
export const aNewcomer = (number: string, more: Partial<v.InferInput<typeof NewcomerAccepted>> = {}): NewcomerAccepted =>
  v.parse(NewcomerAccepted, {
    slice: "newcomer",
    identity: { docType: "RIC", number, name: "沈知夏", sex: "M", birth: "1903-03-03" },
    phone: "15433330000",
    residence: { division: "340403", lines: "龙泉街道学院路8号" },
    employment: { status: "FLEXIBLE" },
    acceptedAt: noon("2026-03-31"),
    ...more,
  });
