import { deepEqual, equal } from "node:assert/strict";
import { check } from "../../../server/check.ts";
import { emptyStore } from "../../../server/references/stores/empty-store.ts";
import { claimsJson } from "../../../server/review/json.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";

async function quantities(
	text: string,
): Promise<{ text: string; quantity: { value: number; high?: number }; ends?: { text: string }[] }[]> {
	const report = await check(text, emptyStore, { today: "2026-02-04", tolerances: defaultTolerances });
	return claimsJson(report).filter((claim) => claim.quantity !== undefined) as never;
}

describe("movements", () => {
	it("are one claim with two ends", async () => {
		const [claim, ...others] = await quantities("Exports rose from 40 tonnes in March to 50 tonnes.");
		equal(claim?.text, "40 tonnes in March to 50 tonnes");
		deepEqual([claim?.quantity.value, claim?.quantity.high], [40, 50]);
		deepEqual(
			claim?.ends?.map((end) => end.text),
			["40 tonnes", "50 tonnes"],
		);
		deepEqual(others, []);
	});
	it("fall as well as rise", async () => {
		const [claim] = await quantities("The rate slowed from 4.8% to 4.7%.");
		deepEqual([claim?.quantity.value, claim?.quantity.high], [4.8, 4.7]);
	});
	for (const text of [
		"Exports rose to 50 tonnes from 40 tonnes.",
		"Exports rose from 40 tonnes. Imports rose to 50 tonnes.",
		"Exports rose from 40 tonnes to £50.",
		"Exports rose 5% to 40 tonnes.",
	])
		it(`stay apart: ${text}`, async () => equal((await quantities(text)).length, 2));
});
