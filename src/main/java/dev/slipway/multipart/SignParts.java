package dev.slipway.multipart;

import dev.slipway.caller.Caller;
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

    /// A ticket for each of the numbers, which stand as text as they came.
    public SortedMap<Integer, Ticket.Put> sign(
            Caller caller, String id, @Nullable String key, List<String> numbers) {
        var file = findParted.open(caller, id, key);
        var most = PartSizes.most(file);
        var wanted = numbers.stream().map(text -> number(text, most)).toList();
        var begun = beginUpload.begin(file);
        if (!PartSizes.areExact(file)) {
            overflow.refuse(file, begun.parts());
        }
        var now = clock.instant();
        var tickets = new TreeMap<Integer, Ticket.Put>();
        wanted.forEach(number -> tickets.put(number, begun.ticket(number, now)));
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
