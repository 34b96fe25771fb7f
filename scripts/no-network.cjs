// Keeps every Node process that loads it from the network: `node --require ./scripts/no-network.cjs …`, or NODE_OPTIONS for all that a program starts, threads
// among it (which `--import` leaves out).
// Only this machine may be asked (127.0.0.0/8, ::1, localhost, sockets of the file system). Whatever else is asked for fails, and is written down in the
// file that PLUMBLINE_OUTSIDE names, a line of JSON each, since a program may hide the failure.
const dgram = require("node:dgram");
const dns = require("node:dns");
const { appendFileSync } = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const net = require("node:net");

/** Whether a name or an address is this machine's. */
function isHere(host) {
	const name = String(host ?? "localhost")
		.toLowerCase()
		.replace(/^\[|\]$/g, "");
	if (name === "" || name === "localhost" || name.endsWith(".localhost") || name === "::1" || name === "::" || name === "0.0.0.0")
		return true;
	const address = name.startsWith("::ffff:") ? name.slice(7) : name;
	return net.isIPv4(address) && address.startsWith("127.");
}

/** The error of an attempt to reach the outside, which is written down. */
function refusal(what, host) {
	const error = Object.assign(new Error(`${what} ${host}: tests have no way out of this machine`), { code: "ENETUNREACH" });
	const file = process.env.PLUMBLINE_OUTSIDE;
	if (file) appendFileSync(file, `${JSON.stringify({ what, host: String(host), program: process.argv[1] ?? "", stack: error.stack })}\n`);
	return error;
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
	// Node itself hands over what it has already put in order, as one list.
	const [first, second] = Array.isArray(args[0]) ? args[0] : args;
	const options = typeof first === "object" && first !== null ? first : isPath(first) ? { path: first } : { host: second };
	const host = typeof options.host === "function" ? undefined : options.host;
	if (options.path || isHere(host)) return connect.apply(this, args);
	const error = refusal("connect to", host);
	process.nextTick(() => this.destroy(error));
	return this;
};

/** A path of the file system, where a port may stand. */
function isPath(value) {
	return typeof value === "string" && !/^\d+$/.test(value);
}

const asks = Object.getOwnPropertyNames(dns.Resolver.prototype).filter((name) => /^(?:resolve|reverse)/.test(name));
for (const [owner, names] of [
	[dns, ["lookup", "lookupService", ...asks]],
	[dns.Resolver.prototype, asks],
]) {
	for (const name of names) {
		const ask = owner[name];
		owner[name] = function (host, ...rest) {
			if (isHere(host) || (name === "lookup" && net.isIP(host))) return ask.call(this, host, ...rest);
			const error = refusal(name, host);
			process.nextTick(() => rest.at(-1)?.(error));
			return {};
		};
	}
}
for (const [owner, names] of [
	[dns.promises, ["lookup", "lookupService", ...asks]],
	[dns.promises.Resolver.prototype, asks],
]) {
	for (const name of names) {
		const ask = owner[name];
		owner[name] = async function (host, ...rest) {
			if (isHere(host) || (name === "lookup" && net.isIP(host))) return ask.call(this, host, ...rest);
			throw refusal(name, host);
		};
	}
}

for (const name of ["send", "connect"]) {
	const act = dgram.Socket.prototype[name];
	dgram.Socket.prototype[name] = function (...args) {
		// What is sent may be a text too: the address comes behind the port.
		const address = args.slice(1).findLast((arg) => typeof arg === "string" && !/^\d+$/.test(arg));
		if (isHere(address)) return act.apply(this, args);
		const error = refusal(`${name} to`, address);
		const told = args.at(-1);
		process.nextTick(() => (typeof told === "function" ? told(error) : this.emit("error", error)));
	};
}
syncBuiltinESMExports();
