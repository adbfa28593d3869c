import { readStaffOpenApi } from "../../../shared/service/contract.ts";
import type { Row } from "./row.ts";

export const rows: readonly Row[] = [{ contract: readStaffOpenApi, reach: "own", about: () => ({}) }];
