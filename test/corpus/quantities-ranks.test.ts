import { means, noQuantities, reads } from "./quantities.ts";

describe("ranks", () => {
	means("rank 3 economy", [
		"the [third-largest economy]",
		"the [third largest economy]",
		"the [3rd-largest economy]",
		"the [third-biggest economy]",
	]);
	means("rank 5 none", ["It ranked [5th].", "It ranked [fifth] in the table.", "It finished [fifth].", "They placed [5th]."]);
	means("rank 1 high", ["a [record high]", "an [all-time high]"]);
	means("rank 1 low", ["a [record low]", "an [all-time low]"]);
	means("rank 1 bank", ["the [largest bank] in the region", "the country's [largest bank]"]);
	means("rank 1 increase", ["the [biggest increase] since records began"]);
	means("rank 2 dish", ["the [second-most popular dish]"]);
	reads("a 13-year low", "13-year low → rank 1 low");
	noQuantities([
		"one of the largest banks in the region",
		"Many of the nation's largest banks failed.",
		"the third man",
		"first place",
		"second thoughts",
		"She came second to none.",
		"at the highest",
		"among the largest banks in town",
		"in the third quarter",
		"the 21st century",
	]);
});

describe("ratios", () => {
	means("ratio 5 none", [
		"[five times] as many as before",
		"[5 times] more than before",
		"[five times] the size",
		"[5x] growth",
		"a [fivefold] rise",
		"a [five-fold] rise",
		"[five times] higher",
	]);
	means("ratio 2 none", ["[twice] as many", "[twice] the price", "[double] the price", "a [twofold] rise"]);
	means("ratio 2 none up change", ["Sales [doubled].", "Sales have [doubled] since then."]);
	means("ratio 2 none over up change", ["Sales more than [doubled]."]);
	means("ratio 0.5 none down change", ["Sales [halved]."]);
	means("ratio 6.5 none", ["[6.5 times] earnings", "It trades at [6.5 times] book value."]);
	noQuantities(["He doubled down.", "a double-decker", "double trouble", "twice a week"]);
	reads("She won the cup five times.", "five times → count 5 time");
	reads("four times a week", "four times a week → count 4 time per week");
});
