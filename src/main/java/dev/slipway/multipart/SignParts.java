package dev.slipway.multipart;

import dev.slipway.caller.Caller;
import dev.slipway.storage.DeclaredChecksum;
import dev.slipway.storage.Ticket;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Permits parts of an upload, each for its exact length where that is known. Where it is not,
/// what has arrived is summed up first: an upload over its limit ends.
@Singleton
public class SignParts {

    private final FindParted findParted;
    private final BeginUpload beginUpload;
    private final Overflow overflow;
    private final Clock clock;

    SignParts(FindParted findParted, BeginUpload beginUpload, Overflow overflow, Clock clock) {
        this.findParted = findParted;
        this.beginUpload = beginUpload;
        this.overflow = overflow;
        this.clock = clock;
    }

    /// A ticket for one part; with its SHA-256 in base64 for no other bytes than those, where the
    /// storage verifies that.
    public Ticket.Put sign(
            Caller caller,
            String id,
            @Nullable String key,
            String number,
            @Nullable String checksum) {
        var sha256 =
                DeclaredChecksum.canonical(
                        "checksum_sha256", checksum, DeclaredChecksum.SHA256_BYTES);
        return signAll(caller, id, key, List.of(number), sha256).firstEntry().getValue();
    }

    /// A ticket for each of the numbers, which stand as text as they came.
    public SortedMap<Integer, Ticket.Put> sign(
            Caller caller, String id, @Nullable String key, List<String> numbers) {
        return signAll(caller, id, key, numbers, null);
    }

    private SortedMap<Integer, Ticket.Put> signAll(
            Caller caller,
            String id,
            @Nullable String key,
            List<String> numbers,
            @Nullable String sha256) {
        var file = findParted.open(caller, id, key);
        var most = PartSizes.most(file);
        var wanted = numbers.stream().map(text -> number(text, most)).toList();
        var begun = beginUpload.begin(file, sha256 != null);
        var summed = beginUpload.isSummed(file);
        if (summed && sha256 == null) {
            throw new PartChecksumRequired().refusal();
        }
        if (!PartSizes.areExact(file)) {
            overflow.refuse(file, begun.parts());
        }
        var now = clock.instant();
        var tickets = new TreeMap<Integer, Ticket.Put>();
        var signed = summed ? sha256 : null;
        wanted.forEach(number -> tickets.put(number, begun.ticket(number, signed, now)));
        return tickets;
    }

    private static int number(String text, int most) {
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like any other number
        }
        throw new InvalidPart(text, most).refusal();
    }
}
