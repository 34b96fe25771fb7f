/** The few of Node's assertions that tests in a browser share with those on the desktop. */
export default { ok, equal, match, fail };

function ok(value: unknown, message = `${value} is not truthy`): void {
	if (!value) fail(message);
}

function equal(actual: unknown, expected: unknown, message = `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`): void {
	ok(Object.is(actual, expected), message);
}

function match(text: string, pattern: RegExp, message = `${JSON.stringify(text)} does not match ${pattern}`): void {
	ok(pattern.test(text), message);
}

function fail(message: string): never {
	throw new Error(message);
}
