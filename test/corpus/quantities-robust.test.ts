import { deepEqual, ok } from "node:assert/strict";
import { quantitiesOf } from "./quantities.ts";

describe("input that no newsroom writes", () => {
	it("reads no value out of ten thousand digits", () => deepEqual(quantitiesOf(`${"7".repeat(10_000)} ships`), []));
	it("reads no value beyond a double", () => {
		deepEqual(quantitiesOf("1e309 ships"), []);
		deepEqual(quantitiesOf("9 × 10^400 ships"), []);
		deepEqual(quantitiesOf(`${"9,999".repeat(50)} ships`), []);
	});
	it("keeps every claim inside the text, in order and without overlap", () => {
		const pieces = [
			"12 ships",
			"٣٤ سفينة",
			"$5m",
			"עשרים 20 אוניות",
			"１２",
			"𝟙𝟚 km",
			"—5%—",
			"5 %",
			"½½",
			"1/2/3",
			"-",
			"to",
			"and",
			"&#36;5",
			"**4**2",
			"\u202e5 ships\u202c",
		];
		for (let n = 0; n < 200; n++) {
			const text = Array.from({ length: 9 }, (_, i) => pieces[(n * 7 + i * (n + 3)) % pieces.length]).join(n % 3 ? " " : "");
			ok(Array.isArray(quantitiesOf(text)));
		}
	});
	it("reads right-to-left text beside digits", () =>
		deepEqual(quantitiesOf("הם שילמו $20 million אתמול"), ["$20 million → money 20000000 USD"]));
	it("reads a line of a megabyte, once through", () => {
		const sentence =
			"Exports of tin rose 5% to 40 tonnes, and 3, 4, 5, 6, 7, 8 or 9 ships between 2 and 5 million from $5 to $6 a share or ";
		const read = quantitiesOf(sentence.repeat(Math.ceil(1e6 / sentence.length)));
		ok(read.length > 80_000);
		const hard = [
			", ".repeat(100_000),
			"3, ".repeat(50_000),
			"a ".repeat(100_000),
			"five ".repeat(50_000),
			"5-".repeat(100_000),
			"between 5 and ".repeat(20_000),
			"more than ".repeat(50_000),
			"$".repeat(200_000),
			"1 1/2 ".repeat(20_000),
			"tens of thousands of ".repeat(50_000),
		];
		for (const text of hard) ok(Array.isArray(quantitiesOf(text)));
	}).timeout(60_000);
	it("reads nested emphasis around digits", () =>
		deepEqual(quantitiesOf("**4*2*** ships, **$*5*** million"), ["4*2*** ships → count 42 ship", "$*5*** million → money 5000000 USD"]));
});
