/** Who uploads, and what answers a token for it. */
export interface Tokens {
    subject: string;
    ask(refused?: boolean): Promise<string>;
}

/**
 * Development tokens, for whoever you want to be: a server in production has none. An application
 * answers here what its own sign-in gave it.
 */
export const developmentTokens = (subject: string): Tokens => {
    let token: Promise<string> | undefined;
    const issue = async () => {
        const response = await fetch("/api/dev/token", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ subject }),
        });
        if (!response.ok) throw new Error(`The server gave no token (${response.status}).`);
        return (await response.json()).token as string;
    };
    // a restart of the server ends its tokens
    const ask = async (refused = false) => {
        if (refused) token = undefined;
        return (token ??= issue().catch((error) => {
            token = undefined;
            throw error;
        }));
    };
    return { subject, ask };
};
