// What each command of the editor does, for docs/commands.md. The titles are the manifest's.

/** @type {Record<string, string>} */
export const commands = {
	ignore:
		"asks for a reason and writes a comment into the article, so that the claim under the caret is checked no more. Only editors see the comment.",
	addFact:
		"asks for what a row of a pack says (whose figure, of what, how much, when, and where it is from), with what the article says filled in, and writes it behind the others of a table. The edit can be undone, and the claim is judged again.",
	showUses: "on a row of a pack, lists the claims of the workspace that rest on it. The line above the row says how many there are.",
	signOff:
		"asks who you are and why, and writes a line into the ledger, `.plumbline/reviews.jsonl`. The claim counts as reviewed until its words or the fact change.",
	falseAlarm:
		"writes a file into `.plumbline/cases/` that holds all that is needed to look into a wrong mark. It stays on this machine until you share it.",
	withdraw: "takes your sign-off of the claim under the caret back.",
	signOffArticle:
		"asks who you are and how the article was read, and writes one line into the ledger that remembers its claims as they are. Claims that no reference speaks of count as reviewed until their words change or a reference speaks of them; what a reference denies stays marked and is corrected or signed off by itself.",
	withdrawArticle: "takes back that the article was signed off. The sign-offs of its claims stay.",
	signOffInView: "signs off the claim that is chosen in the claims view.",
	withdrawInView: "takes the sign-off of the claim that is chosen in the claims view back.",
	nextFinding: "moves the caret to the next claim that is not in order and shows its hover; after the last comes the first.",
	previousFinding: "moves the caret to the claim before that is not in order.",
	nextClaim:
		"moves the caret to the next claim, whatever its verdict, and shows its hover; after the last comes the first. The status bar says which of how many it is, with the role by which screen readers announce it.",
	previousClaim: "moves the caret to the claim before.",
	openExample:
		"opens a short article with a pack of its own, with one figure that is right and one that is wrong. It lies in the extension's storage, so no folder need be open.",
	describeTable:
		"makes a pack of a table (CSV, a spreadsheet): writes what its columns seem to hold into a `datapackage.json` beside it, says what they leave open, and offers to check against it. In the menu of such a file too.",
	addPack: "makes a pack in this folder: a table with its columns named, ready for the first fact.",
	setDatabasePassword:
		"asks for the password of a database that `plumbline.packs` names and keeps it in the editor's secret storage. An empty one forgets it.",
	choosePacks: "opens the setting that says where the packs are.",
	claimsInOrder: "lists the claims in the order in which they stand.",
	claimsByVerdict: "lists the claims by verdict, the gravest first.",
	findingsOnly: "leaves out what is in order.",
	changedOnly:
		"leaves out what is as it was when the article was last reviewed. A claim has changed when its words have, or what the references say of it.",
	changedSinceCommit:
		"asks for a commit, a branch or a tag and leaves out the claims that the article had then in the same words. The editor's own git is asked.",
	allClaims: "lists every claim again.",
	openReport:
		"shows the article with its claims, verdicts, working, references and sign-offs as a page beside it. The place of each claim leads to it in the article.",
	openReportInBrowser:
		"shows the same page in the browser, which can print it. Where editor and browser have no files in common, it asks where to save the page.",
	exportReport: "writes the article with its claims, verdicts and sign-offs as one page of HTML.",
	showLog: "shows what the checker has said of its own work.",
	restart: "ends the checker and starts it again.",
};
