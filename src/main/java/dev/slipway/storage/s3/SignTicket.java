package dev.slipway.storage.s3;

import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;

/// Permits an upload in the way that the provider knows.
final class SignTicket {

    private final Credentials credentials;
    private final ProviderPreset provider;
    private final SignForm forms;
    private final SignPut puts;

    SignTicket(
            Credentials credentials, Addresses addresses, SignRequest signer, S3Settings settings) {
        this.credentials = credentials;
        this.provider = settings.provider();
        this.forms = new SignForm(addresses, settings);
        this.puts = new SignPut(signer, settings);
    }

    Ticket sign(UploadTerms terms) {
        return switch (provider.method()) {
            case POST -> forms.sign(terms, during(terms));
            case PUT -> signPut(terms);
        };
    }

    Ticket.Put signPut(UploadTerms terms) {
        return puts.sign(terms, during(terms));
    }

    private Signing during(UploadTerms terms) {
        return credentials.sign(terms.issuedAt(), terms.expiresAt());
    }
}
