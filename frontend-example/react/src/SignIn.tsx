import { useActionState } from "react";
import { developmentTokens, type Tokens } from "./tokens.js";

export const SignIn = ({ onSignIn }: { onSignIn(tokens: Tokens): void }) => {
    const [{ name, problem }, signIn] = useActionState(
        async (_: unknown, form: FormData) => {
            const name = `${form.get("name")}`;
            const tokens = developmentTokens(name);
            return tokens.ask().then(
                () => (onSignIn(tokens), { name, problem: "" }),
                () => ({ name, problem: "The server does not answer, or is not one for development." }),
            );
        },
        { name: "alice", problem: "" },
    );
    return (
        <form action={signIn} className="sign-in">
            <label htmlFor="name">Your name</label>
            <input id="name" name="name" key={name} defaultValue={name} required autoComplete="off" />
            <button>Sign in</button>
            {problem && (
                <p role="alert" className="error">
                    {problem}
                </p>
            )}
        </form>
    );
};
