import { equal } from "node:assert/strict";
import { datelineOf } from "../../server/claims/dateline.ts";
import { parse } from "../../server/prose/article.ts";

const TODAY = "2026-03-01";

function dateline(text: string, date?: string): string {
	return datelineOf(parse(text), date === undefined ? { today: TODAY } : { today: TODAY, date });
}

describe("dateline", () => {
	it("is what was asked for, whatever the article says", () =>
		equal(dateline("---\ndate: 2026-02-04\n---\nText.", "2020-01-01"), "2020-01-01"));
	it("is what the article says when what was asked for is no day", () => {
		equal(dateline("---\ndate: 2026-02-04\n---\nText.", "soon"), "2026-02-04");
		equal(dateline("Text.", "2026-13-45"), TODAY);
	});
	for (const written of [
		"2026-02-04",
		'"2026-02-04"',
		"2026-02-04T09:30:00Z",
		"2026-02-04 09:30",
		"'2026-02-04T09:30:00+01:00'",
		"4 February 2026",
		'"Feb. 4, 2026"',
		"02/04/2026",
	]) {
		it(`is the front matter's date: ${written}`, () =>
			equal(dateline(`---\ntitle: Ferry\ndate: ${written}\n---\n\nIt sailed on May 5, 2019.\n`), "2026-02-04"));
	}
	it("is the newest full date that the article gives", () => {
		equal(dateline("It sailed on May 5, 2019, and again on June 6, 2021."), "2021-06-06");
		equal(dateline("It sailed on 2021-06-06, before May 5, 2019."), "2021-06-06");
	});
	it("is no date to come", () => equal(dateline("It sailed on May 5, 2019, and will again on June 6, 2031."), "2019-05-05"));
	it("is no day that is told from another", () => equal(dateline("It sailed on Tuesday, in 2019 and last May."), TODAY));
	it("is today when nothing else says", () => {
		equal(dateline("It sailed."), TODAY);
		equal(dateline(""), TODAY);
		equal(dateline("---\ndate: soon\n---\nIt sailed."), TODAY);
		equal(dateline("---\ndate: 2026-02-31\n---\nIt sailed."), TODAY);
		equal(dateline("---\ndate: [1, 2]\n---\nIt sailed."), TODAY);
	});
});
