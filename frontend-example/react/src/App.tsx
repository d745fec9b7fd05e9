import { useState } from "react";
import { SignIn } from "./SignIn.js";
import { Uploads } from "./Uploads.js";
import type { Tokens } from "./tokens.js";

export const App = () => {
    const [tokens, setTokens] = useState<Tokens>();
    return (
        <main>
            <h1>Upload files</h1>
            <SignIn onSignIn={setTokens} />
            {/* somebody else begins with an empty list */}
            {tokens && <Uploads key={tokens.subject} token={tokens.ask} />}
        </main>
    );
};
