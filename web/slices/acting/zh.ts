import { actingFor } from "../../messages/acting-for.ts";
import { bandIn } from "./band.ts";

export const show = bandIn(actingFor.zh);
