/** A reporter for programs: one line of JSON for each test as it ends. */
export default async function* lines(source) {
    for await (const { type, data } of source) {
        if (!/^test:(pass|fail)$/.test(type) || data.details.type === "suite") continue;
        const { error } = data.details;
        const cause = error?.cause ?? error;
        const problem = error && `${cause?.stack ?? cause}`;
        const ms = Math.round(data.details.duration_ms);
        yield `${JSON.stringify({ name: data.name, ms, skipped: data.skip, problem })}\n`;
    }
}
