package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@DisplayName("D20: any URL that was signed is accepted, and with any one change refused")
class RandomUrlsTest {

    private static final AwsCredentials SIGNER = new AwsCredentials("local", "secret", null);

    private final VerifyUrl verify = new VerifyUrl(new Known(SIGNER));
    private final SignUrl sign = new SignUrl();

    @RepeatedTest(300)
    void isAcceptedAsItIsAndRefusedWithAnyChange(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var now = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        var request = request(random);
        var region = Texts.any(random, 1, 20).replace('/', '-');
        var url = sign.sign(request, region, SIGNER, now);
        var received = Received.of(request.method(), url, request.headers());

        var signed = new TreeMap<>(request.headers());
        signed.put("host", url.getRawAuthority());
        assertThat(verify.verify(received, now))
                .isEqualTo(new UrlVerdict.Accepted(signed, request.parameters()));

        for (var name : request.headers().keySet()) {
            var lacking = new HashMap<>(request.headers());
            var value = lacking.remove(name);
            assertRefused(received(request, url, lacking), now, "without " + name);
            lacking.put(name, value + "x");
            assertRefused(received(request, url, lacking), now, "with another " + name);
        }
        var parts = List.of(url.getRawQuery().split("&"));
        for (int i = 0; i < parts.size(); i++) {
            var lacking = new ArrayList<>(parts);
            var part = lacking.remove(i);
            assertRefused(query(received, lacking), now, "without " + part);
            lacking.add(part + "x");
            assertRefused(query(received, lacking), now, "with another " + part);
            lacking.set(parts.size() - 1, part);
            Collections.shuffle(lacking, random);
            assertThat(verify.verify(query(received, lacking), now))
                    .isInstanceOf(UrlVerdict.Accepted.class);
        }
        assertRefused(received, now.plus(request.lifetime()), "too late");
        assertRefused(received, now.minus(VerifyUrl.SKEW).minusSeconds(1), "too early");
    }

    @RepeatedTest(1000)
    void neverEndsInAnExceptionNorPermitsAnythingElse(RepetitionInfo repetition) {
        var random = new Random(-repetition.getCurrentRepetition());
        var now = Instant.ofEpochSecond(1_800_000_000L);
        var request = request(random);
        var url = sign.sign(request, "r", SIGNER, now);
        var asSigned = Received.of(request.method(), url, request.headers());
        var parts = new ArrayList<>(List.of(url.getRawQuery().split("&")));
        var path = url.getRawPath();
        var headers = new LinkedHashMap<String, List<String>>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            var at = random.nextInt(parts.size());
            var hostile = Texts.hostile(random);
            switch (random.nextInt(7)) {
                case 0 -> parts.set(at, hostile);
                case 1 -> parts.set(at, parts.get(at).replaceAll("=.*", "=") + hostile);
                case 2 -> parts.add(at, parts.get(random.nextInt(parts.size())) + hostile);
                case 3 -> parts.remove(at);
                case 4 -> path += "%" + hostile;
                case 5 -> headers.put("x-amz-" + hostile, List.of(hostile, hostile));
                default -> parts.set(at, parts.get(at) + "%" + hostile);
            }
            if (parts.isEmpty()) {
                parts.add("");
            }
        }
        var received =
                new ReceivedRequest(
                        request.method(),
                        url.getRawAuthority(),
                        path,
                        String.join("&", parts),
                        headers);

        if (verify.verify(received, now) instanceof UrlVerdict.Accepted accepted) {
            assertThat(accepted).isEqualTo(verify.verify(asSigned, now));
        }
    }

    private void assertRefused(ReceivedRequest received, Instant now, String change) {
        assertThat(verify.verify(received, now)).as(change).isInstanceOf(UrlVerdict.Refused.class);
    }

    private static ReceivedRequest received(
            PresignedRequest request, URI url, Map<String, String> headers) {
        return Received.of(request.method(), url, headers);
    }

    private static ReceivedRequest query(ReceivedRequest it, List<String> parts) {
        return new ReceivedRequest(
                it.method(), it.host(), it.rawPath(), String.join("&", parts), it.headers());
    }

    private static PresignedRequest request(Random random) {
        var parameters = new HashMap<String, String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parameters.put(i + Texts.any(random, 0, 10), Texts.any(random, 0, 100));
        }
        var headers = new HashMap<String, String>();
        if (random.nextBoolean()) {
            headers.put("Content-Length", Long.toString(random.nextLong(1L << 40)));
            headers.put("Content-Type", Texts.ascii(random));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            headers.put("X-Amz-Meta-" + i, Texts.ascii(random));
        }
        var path = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append('/').append(UriEncoding.encode(Texts.any(random, 0, 20)));
        }
        return new PresignedRequest(
                random.nextBoolean() ? "PUT" : "GET",
                URI.create("http://host:" + random.nextInt(1, 65536) + path),
                parameters,
                headers,
                Duration.ofSeconds(random.nextInt(1, 604_801)));
    }
}
